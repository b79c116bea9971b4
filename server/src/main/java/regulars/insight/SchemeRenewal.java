package regulars.insight;

import java.time.Duration;
import org.springframework.stereotype.Component;
import regulars.work.Tick;

/** Renews automatic thresholds that have aged, so that a grid nobody looks at keeps its dated versions too. */
@Component
class SchemeRenewal implements Tick {
    private final Rfm rfm;
    private final Matrix matrix;

    SchemeRenewal(Rfm rfm, Matrix matrix) {
        this.rfm = rfm;
        this.matrix = matrix;
    }

    @Override
    public String name() {
        return "insight.thresholds";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        rfm.renew();
        matrix.renew();
    }
}

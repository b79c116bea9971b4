package regulars.commerce;

import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_REFUND;
import static schema.commerce.Tables.PRODUCT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.kernel.MirroredTable;

@Configuration(proxyBeanMethods = false)
class CommerceMirror {
    @Bean
    MirroredTable mirroredProduct() {
        return new MirroredTable(PRODUCT, PRODUCT.NUMBER).through(PRODUCT.NUMBER, ORDER_LINE.PRODUCT_NUMBER);
    }

    @Bean
    MirroredTable mirroredOrders() {
        return new MirroredTable(ORDERS, ORDERS.NUMBER, ORDERS.PLACED_AT);
    }

    @Bean
    MirroredTable mirroredOrderLine() {
        return new MirroredTable(ORDER_LINE, ORDER_LINE.ID).through(ORDER_LINE.ORDER_NUMBER, ORDERS.NUMBER);
    }

    @Bean
    MirroredTable mirroredOrderRefund() {
        return new MirroredTable(ORDER_REFUND, ORDER_REFUND.ID).through(ORDER_REFUND.ORDER_NUMBER, ORDERS.NUMBER);
    }
}

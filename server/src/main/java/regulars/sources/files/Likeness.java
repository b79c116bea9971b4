package regulars.sources.files;

/**
 * How much a text looks like words that people write in Latin, Cyrillic or Chinese letters. Bytes read in a wrong encoding
 * give rare signs, capitals inside of words, and frames of boxes; the weights only need to tell these apart.
 */
final class Likeness {
    private static final String OFTEN_CYRILLIC = "оеаинтсрвлі";
    private static final String USUAL_CYRILLIC = "кмдпуяьыгбчзйї";
    private static final String SIMPLIFIED =
            "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴忽眠嘉陈刘杨赵吴孙徐朱胡郭何罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姓邮箱话编号户订额";
    private static final String TRADITIONAL =
            "的一是不了人我在有他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師書比住員九笑性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台象記邊共風戰干接它許八特覺望直服毛林題建南度統色字請交愛讓認算論百吃義科怎元社術結六功指思非流每青管夫連遠資隊跟帶花快條院變聯言權往展該領傳近留紅治決周保達辦運武半候七必城父強步完革深區即求品士轉量空甚眾技輕程告江語英基派滿式李息寫呢識極令黃德收臉錢黨陳劉楊趙吳孫徐朱胡郭羅梁宋鄭謝韓唐馮董蕭曹袁鄧傅沈曾彭呂蘇盧蔣蔡賈丁魏薛葉閻余潘杜戴夏鐘汪田姜範姓郵箱編號戶訂額";

    private Likeness() {}

    static double of(String text) {
        double score = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one >= 0x80) score += weight(before, one);
            before = one;
        }
        return score;
    }

    private static double weight(char before, char one) {
        if (one == '\ufffd' || Character.isISOControl(one)) return -6;
        if (one >= '\u0400' && one <= '\u052f') return cyrillic(before, one);
        if (one >= '\u4e00' && one <= '\u9fff') return chinese(one);
        if (Character.isLetter(one) && one < '\u0250')
            return Character.isLetter(before) && before < '\u0250' ? 0.9 : 0.1;
        if (one == '\u2116' || one == '\u00ab' || one == '\u00bb' || one == '\u00a0') return 0.1;
        if (one >= '\u3000' && one <= '\u303f' || one >= '\uff00' && one <= '\uffef') return 0.2;
        return -0.7;
    }

    private static double cyrillic(char before, char one) {
        boolean inside = before >= '\u0400' && before <= '\u052f';
        if (Character.isUpperCase(one) && inside && Character.isLowerCase(before)) return -1.5;
        if (before < 0x80 && Character.isLetter(before)) return -0.5;
        char letter = Character.toLowerCase(one);
        double weight = OFTEN_CYRILLIC.indexOf(letter) >= 0 ? 1.5 : USUAL_CYRILLIC.indexOf(letter) >= 0 ? 0.9 : 0.2;
        return letter == one ? weight : weight * 0.9;
    }

    /** Two bytes or more each, so that a common sign weighs as much as two common letters. */
    private static double chinese(char one) {
        return SIMPLIFIED.indexOf(one) >= 0 || TRADITIONAL.indexOf(one) >= 0 ? 2.6 : 0.3;
    }
}

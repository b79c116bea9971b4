package regulars;
public class Regulars { public static void main(String[] a) {} }

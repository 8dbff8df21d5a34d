/** The engine of Initium; it needs nothing but the JDK. */
module org.initium.core {
    requires jdk.incubator.vector;

    exports org.initium;
    exports org.initium.random;
    exports org.initium.linalg;
    exports org.initium.init;
    exports org.initium.init.conv;
    exports org.initium.jax;
    exports org.initium.torch;
    exports org.initium.keras;
    exports org.initium.nn;
    exports org.initium.io;
}

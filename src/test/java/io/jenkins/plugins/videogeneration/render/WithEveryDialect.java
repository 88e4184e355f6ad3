package io.jenkins.plugins.videogeneration.render;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that takes a dialect, or all tests of a class that has one as its parameter, run with each dialect. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ParameterizedClass
@MethodSource("io.jenkins.plugins.videogeneration.render.DialectStudio#dialects")
@interface WithEveryDialect {}

package fr.educentre.assidu.sources.ui;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Import(SimulatorScreen.class)
class DemoSimulatorScreen {}

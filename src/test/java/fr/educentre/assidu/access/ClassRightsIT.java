package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/** An attacker's view: every public method of the classes that decide as a whole, by each role, by nobody and by the system. */
@AssiduIT
class ClassRightsIT {

    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final Set<Role> ADMIN_AND_QUALITY = EnumSet.of(Role.ADMIN, Role.QUALITY_MANAGER);

    /** Class, roles that may call its methods, methods with fewer. */
    private static final Set<Role> ADMIN = EnumSet.of(Role.ADMIN);

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> QUALITY = EnumSet.of(Role.QUALITY_MANAGER);
    private static final Set<Role> FOLLOWING = EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT);

    private static final Map<String, Row> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("imports.lists.StoredImports", new Row(QUALITY, Map.of())),
            Map.entry("imports.lists.AnnouncedSessions", new Row(QUALITY, Map.of())),
            Map.entry("imports.lists.WrittenCentreLists", new Row(QUALITY, Map.of())),
            Map.entry("imports.lists.FileRosterImport", new Row(QUALITY, Map.of())),
            Map.entry("imports.calendars.SubscribedCalendars", new Row(QUALITY, Map.of())),
            Map.entry("training.internal.StoredCentreSetup", new Row(QUALITY, Map.of())),
            Map.entry(
                    "training.internal.StoredPlanning",
                    new Row(EnumSet.of(Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR), Map.of())),
            Map.entry(
                    "workflow.internal.ProcessMonitor",
                    new Row(
                            EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR),
                            Map.of("retry", QUALITY, "end", QUALITY))),
            Map.entry(
                    "workflow.internal.HeldTasks",
                    new Row(EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER), Map.of())),
            Map.entry("sources.xapi.StatementIntake", new Row(NOBODY, Map.of())),
            Map.entry("relaunch.internal.RelaunchSteps", new Row(NOBODY, Map.of())),
            Map.entry("onboarding.GuidedStart", new Row(ADMIN_AND_QUALITY, Map.of())),
            Map.entry("messaging.internal.TrialMail", new Row(ADMIN_AND_QUALITY, Map.of())),
            Map.entry("relaunch.internal.StoredRelaunchActs", new Row(FOLLOWING, Map.of())),
            Map.entry("relaunch.internal.StoredManualRelaunches", new Row(FOLLOWING, Map.of())),
            Map.entry(
                    "messaging.internal.StoredGroupMessages",
                    new Row(
                            EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER),
                            Map.of("offered", EVERYBODY))),
            Map.entry("access.AccountRecords", new Row(ADMIN, Map.of())),
            Map.entry("access.AccountSessions", new Row(ADMIN, Map.of())),
            Map.entry("justification.AbsenceReasons", new Row(ADMIN, Map.of())),
            Map.entry("justification.internal.JustificationAsking", new Row(FOLLOWING, Map.of())),
            Map.entry(
                    "overview.SearchOverAll",
                    new Row(EnumSet.complementOf(EnumSet.of(Role.LEARNER, Role.ADMIN)), Map.of())),
            Map.entry("messaging.internal.StoredMessageTemplates", new Row(QUALITY, Map.of())),
            Map.entry("overview.EmployerFollowUps", new Row(QUALITY, Map.of())),
            Map.entry("overview.GuardianFollowUps", new Row(FOLLOWING, Map.of())),
            Map.entry("justification.internal.OwnJustifications", new Row(EnumSet.of(Role.LEARNER), Map.of())),
            Map.entry("privacy.PersonalDataExport", new Row(EnumSet.of(Role.LEARNER, Role.QUALITY_MANAGER), Map.of())),
            Map.entry("access.AccountFigures", new Row(ADMIN, Map.of())),
            Map.entry("training.management.SessionRecords", new Row(QUALITY, Map.of())),
            Map.entry("training.management.SessionPlanning", new Row(QUALITY, Map.of())),
            Map.entry("training.management.SessionSeries", new Row(QUALITY, Map.of())),
            Map.entry("training.management.CatchUps", new Row(QUALITY, Map.of())),
            Map.entry("training.management.EnrolmentEvents", new Row(FOLLOWING, Map.of())),
            Map.entry("training.management.EnrolmentEventPreview", new Row(FOLLOWING, Map.of())),
            Map.entry(
                    "training.management.LearnerContacts",
                    new Row(
                            FOLLOWING,
                            Map.of("of", EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR)))),
            Map.entry("training.management.OrganisationRecord", new Row(ADMIN, Map.of())),
            Map.entry("training.management.Sites", new Row(ADMIN, Map.of())),
            Map.entry("training.management.Programmes", new Row(QUALITY, Map.of())),
            Map.entry("training.management.Trainers", new Row(QUALITY, Map.of())),
            Map.entry("training.management.Referents", new Row(QUALITY, Map.of())),
            Map.entry("training.management.Funders", new Row(QUALITY, Map.of())),
            Map.entry("training.management.Employers", new Row(QUALITY, Map.of())),
            Map.entry("training.management.LearnerGroups", new Row(QUALITY, Map.of())),
            Map.entry("training.management.EnrolmentRecords", new Row(QUALITY, Map.of())),
            Map.entry(
                    "training.management.LearnerRecords",
                    new Row(
                            QUALITY,
                            Map.of(
                                    "get",
                                    FOLLOWING,
                                    "change",
                                    FOLLOWING,
                                    "warnings",
                                    FOLLOWING,
                                    "mayChange",
                                    EVERYBODY,
                                    "requireFollowed",
                                    EVERYBODY))),
            Map.entry(
                    "justification.internal.StoredAbsentPeople",
                    new Row(
                            EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER),
                            Map.of("record", FOLLOWING, "takeBack", FOLLOWING))),
            Map.entry(
                    "signing.internal.SessionSigning",
                    new Row(
                            EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER),
                            Map.of(
                                    "of",
                                    EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR),
                                    "signTrainer",
                                    EnumSet.of(Role.TRAINER),
                                    "proofs",
                                    EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER, Role.AUDITOR),
                                    "verify",
                                    EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER, Role.AUDITOR)))),
            Map.entry(
                    "attendance.internal.DeviceMarking",
                    new Row(EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER), Map.of())),
            Map.entry(
                    "justification.internal.ClosingMails",
                    new Row(EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER), Map.of())),
            Map.entry("justification.internal.JustifiedTogether", new Row(QUALITY, Map.of())),
            Map.entry("justification.internal.JustificationRequestSteps", new Row(NOBODY, Map.of()))));

    private record Row(Set<Role> roles, Map<String, Set<Role>> fewer) {
        Set<Role> of(Method method) {
            return fewer.getOrDefault(method.getName(), roles);
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Calls calls;

    static Stream<String> classes() {
        return TABLE.keySet().stream();
    }

    @Test
    void the_table_names_every_class_that_decides_as_a_whole() {
        var deciding = new TreeSet<String>();
        for (String name : context.getBeanDefinitionNames()) {
            Class<?> type = context.isSingleton(name) ? AopUtils.getTargetClass(context.getBean(name)) : Object.class;
            if (type.getName().startsWith("fr.educentre.assidu.")
                    && !type.getName().contains(".web.")
                    && (type.isAnnotationPresent(AllowedRoles.class)
                            || type.isAnnotationPresent(SystemOnly.class)
                            || type.isAnnotationPresent(OpenTo.class))) {
                deciding.add(type.getName().substring("fr.educentre.assidu.".length()));
            }
        }
        deciding.remove("workflow.internal.ProcessJobs");
        deciding.remove("workflow.internal.EngineStarts");
        assertThat(deciding).isEqualTo(TABLE.keySet());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void each_role_may_call_what_the_table_says_and_nothing_else(String name) {
        Object bean = bean(name);
        for (Method method : methods(bean)) {
            for (Role role : Role.values()) {
                calls.actAs("rights-" + role.name().toLowerCase(Locale.ROOT), role, new UUID(7, role.ordinal()));
                boolean refused = isRefused(bean, method);
                assertThat(refused)
                        .as("%s.%s refuses %s", name, method.getName(), role)
                        .isNotEqualTo(TABLE.get(name).of(method).contains(role));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void a_visitor_and_work_without_anybody_are_refused_and_the_system_is_not(String name) {
        Object bean = bean(name);
        for (Method method : methods(bean)) {
            Calls.actAsVisitor();
            assertThat(isRefused(bean, method))
                    .as("%s.%s", name, method.getName())
                    .isTrue();
            SecurityContextHolder.clearContext();
            assertThatThrownBy(() -> call(bean, method))
                    .as("%s.%s", name, method.getName())
                    .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
            Calls.actAsSystem();
            assertThat(isRefused(bean, method))
                    .as("%s.%s", name, method.getName())
                    .isFalse();
        }
    }

    @Test
    void the_system_acts_for_the_time_of_its_work_alone() {
        calls.actAs("rights-trainer", Role.TRAINER, new UUID(7, 2));
        var before = SecurityContextHolder.getContext().getAuthentication();
        SystemActor.run(() -> assertThat(
                        SecurityContextHolder.getContext().getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .containsExactly("SYSTEM"));
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isSameAs(before);
        assertThatThrownBy(() -> SystemActor.run(() -> {
                    throw new IllegalStateException("work failed");
                }))
                .hasMessage("work failed");
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isSameAs(before);
        SecurityContextHolder.clearContext();
        assertThatCode(() -> SystemActor.run(() -> {})).doesNotThrowAnyException();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private Object bean(String name) {
        return Arrays.stream(context.getBeanDefinitionNames())
                .filter(context::isSingleton)
                .map(context::getBean)
                .filter(one -> AopUtils.getTargetClass(one).getName().equals("fr.educentre.assidu." + name))
                .findFirst()
                .orElseThrow();
    }

    /** Its own, and the default ones of what it implements. */
    private static List<Method> methods(Object bean) {
        Class<?> target = AopUtils.getTargetClass(bean);
        return Arrays.stream(target.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("fr.educentre."))
                .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .toList();
    }

    private boolean isRefused(Object bean, Method method) {
        try {
            call(bean, method);
            return false;
        } catch (Refusal refusal) {
            return refusal.kind() == Refusal.Kind.ROLE;
        } catch (Throwable past) {
            // The right was granted: with nothing to work on, the method fails on its own.
            return false;
        }
    }

    private void call(Object bean, Method method) throws Throwable {
        try {
            method.setAccessible(true);
            method.invoke(
                    bean,
                    Arrays.stream(method.getParameterTypes())
                            .map(ClassRightsIT::nothing)
                            .toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == UUID.class) {
            return new UUID(0, 0);
        }
        if (type == String.class) {
            return "";
        }
        if (type == byte[].class) {
            return new byte[0];
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return Collection.class.isAssignableFrom(type) ? List.of() : null;
    }
}

package fr.educentre.assidu.onboarding.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.onboarding.GuidedStart;
import fr.educentre.assidu.onboarding.OnboardingStage;
import fr.educentre.assidu.onboarding.OnboardingStage.Progress;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/onboarding")
@AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
@Tag(name = "Centre")
class OnboardingController {

    private final GuidedStart start;

    OnboardingController(GuidedStart start) {
        this.start = start;
    }

    @GetMapping
    @Operation(summary = "The steps of the guided start: what was entered, what is left")
    List<Stage> steps() {
        return start.stages().stream().map(Stage::of).toList();
    }

    @PutMapping("/{step}")
    @Operation(summary = "Puts a step aside, or asks for it again; answers all of them")
    List<Stage> put(@PathVariable String step, @RequestBody Choice choice) {
        OnboardingStep chosen = Arrays.stream(OnboardingStep.values())
                .filter(one -> one.key().equals(step))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("onboarding"));
        if (choice.putAside()) {
            start.putAside(chosen);
        } else {
            start.resume(chosen);
        }
        return steps();
    }

    record Choice(boolean putAside) {}

    /** @param parts what it is made of */
    record Stage(String step, Progress progress, List<Part> parts) {

        static Stage of(OnboardingStage stage) {
            return new Stage(
                    stage.step().key(),
                    stage.progress(),
                    stage.parts().stream().map(Part::of).toList());
        }

        /** @param found what is there, in words */
        record Part(String key, boolean required, boolean done, Wording found) {

            static Part of(OnboardingPart part) {
                return new Part(
                        part.key(),
                        part.standing().required(),
                        part.standing().done(),
                        part.standing().found());
            }
        }
    }
}

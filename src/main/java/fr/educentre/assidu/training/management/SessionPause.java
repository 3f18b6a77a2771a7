package fr.educentre.assidu.training.management;

import jakarta.validation.constraints.NotBlank;

/** A break within a session, from one moment to another, written as the session's own. */
public record SessionPause(@NotBlank String from, @NotBlank String to) {}

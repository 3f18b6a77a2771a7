package fr.educentre.assidu.training.management;

import jakarta.persistence.Entity;

@Entity
class Tutor extends RelatedPerson {}

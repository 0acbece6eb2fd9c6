-- Whoever is signed off has the areas of that sign-off as rows, where nobody has said anything of their areas yet.
-- What each rests on stays with the sign-off: of one from before there were area packs it is nothing, until it is renewed.
INSERT INTO `person_areas` (`person`, `area`, `chosen_at`, `chosen_by`)
	SELECT s.`person`, j.`value`, s.`decided_at`, s.`decided_by` FROM `sign_offs` s, json_each(CASE WHEN json_valid(s.`comfort_areas`) THEN s.`comfort_areas` ELSE '[]' END) j
	WHERE s.`decision` = 'ready' AND j.`type` = 'text'
		AND NOT EXISTS (SELECT 1 FROM `withdrawals` w WHERE w.`sign_off` = s.`id`)
		AND NOT EXISTS (SELECT 1 FROM `sign_offs` y WHERE y.`person` = s.`person` AND y.`programme` = s.`programme` AND (y.`decided_at`, y.`id`) > (s.`decided_at`, s.`id`))
		AND NOT EXISTS (SELECT 1 FROM `person_areas` a WHERE a.`person` = s.`person`)
		AND NOT EXISTS (SELECT 1 FROM `profile_fields` f WHERE f.`person` = s.`person` AND f.`field` = 'areas')
	GROUP BY s.`person`, j.`value` ORDER BY s.`person`, min(j.`key`);
--> statement-breakpoint
-- Who said so, as the field "areas" of a profile keeps it; the sign-off told them of it.
INSERT INTO `profile_fields` (`person`, `field`, `value`, `by`, `at`, `told_at`)
	SELECT `person`, 'areas', '', `chosen_by`, max(`chosen_at`), max(`chosen_at`) FROM `person_areas`
	WHERE NOT EXISTS (SELECT 1 FROM `profile_fields` f WHERE f.`person` = `person_areas`.`person` AND f.`field` = 'areas')
	GROUP BY `person`;
--> statement-breakpoint
UPDATE `overviews` SET `course_shape` = '' WHERE `person` IN (SELECT `person` FROM `person_areas` WHERE `left_at` IS NULL);

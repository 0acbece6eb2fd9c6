CREATE TABLE `profile_fields` (
	`person` text NOT NULL,
	`field` text NOT NULL,
	`value` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`before` text DEFAULT '' NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`person`, `field`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_used_by` ON `links` (`used_by`);
--> statement-breakpoint
-- What applicants wrote who came in by an invitation before there were profiles: their own words, of that day.
INSERT OR IGNORE INTO `profile_fields` (`person`, `field`, `value`, `by`, `at`)
 SELECT l.used_by, f.value, trim(a.answers ->> ('$.' || f.key)), l.used_by, a.sent_at
 FROM links l JOIN applications a ON a.id = l.application JOIN people p ON p.id = l.used_by,
 json_each('{"times":"times","access":"access","areas":"areas","notAreas":"notAreas","languages":"languageWords"}') f
 WHERE l.kind = 'invitation' AND l.withdrawn_at IS NULL AND json_valid(a.answers) AND coalesce(trim(a.answers ->> ('$.' || f.key)), '') NOT IN ('', '[]')
 ORDER BY a.sent_at DESC;

CREATE TABLE `application_joins` (
	`application` text PRIMARY KEY NOT NULL,
	`into` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_joins_into` ON `application_joins` (`into`);
--> statement-breakpoint
-- Without the mark of ñ: many keyboards have none.
CREATE INDEX `applications_alike` ON `applications` (`programme`, replace(`folded`, '~', ''));

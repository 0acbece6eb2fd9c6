CREATE TABLE `factor_resets` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `factor_resets_person` ON `factor_resets` (`person`,`at`);
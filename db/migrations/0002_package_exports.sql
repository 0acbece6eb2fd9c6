CREATE TABLE `package_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`wish` text NOT NULL,
	`stamp` text NOT NULL,
	`release` text NOT NULL,
	`packages` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `package_exports_made` ON `package_exports` (`made_at`);
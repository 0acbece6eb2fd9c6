CREATE TABLE `import_files` (
	`import` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`left_out` text DEFAULT '[]' NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imported_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`import` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`place` text NOT NULL,
	`day` text NOT NULL,
	`until_day` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `imported_facts_once` ON `imported_facts` (`person`,`programme`,`kind`,`text`,`place`,`day`,`until_day`);--> statement-breakpoint
CREATE TABLE `imported_people` (
	`import` text NOT NULL,
	`line` integer NOT NULL,
	`person` text NOT NULL,
	`made` integer NOT NULL,
	PRIMARY KEY(`import`, `line`),
	FOREIGN KEY (`import`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_people_person` ON `imported_people` (`person`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`settings` text NOT NULL,
	`lines` integer DEFAULT 0 NOT NULL,
	`last_line` integer DEFAULT 0 NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_programme` ON `imports` (`programme`,`made_at`);--> statement-breakpoint
CREATE INDEX `people_folded` ON `people` (`folded`);
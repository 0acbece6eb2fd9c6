CREATE TABLE `danger_calls` (
	`about` text NOT NULL,
	`round` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`called_at` integer NOT NULL,
	`mails` integer NOT NULL,
	PRIMARY KEY(`programme`, `about`, `round`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `stays_open` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `programme_rules` ADD `danger_hours` integer DEFAULT 4 NOT NULL;
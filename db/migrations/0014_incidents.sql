CREATE TABLE `incident_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`incident` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`next_on` text,
	`ends` integer DEFAULT false NOT NULL,
	`told` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`incident`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incident_steps_incident` ON `incident_steps` (`incident`,`at`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`next_on` text,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incidents_person` ON `incidents` (`person`,`programme`,`written_at`);--> statement-breakpoint
CREATE INDEX `incidents_programme` ON `incidents` (`programme`,`written_at`);--> statement-breakpoint
ALTER TABLE `programme_rules` ADD `incident_told` text DEFAULT 'outline' NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `desk_incidents_insert` AFTER INSERT ON `incidents` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_incidents_update` AFTER UPDATE ON `incidents` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_incidents_delete` AFTER DELETE ON `incidents` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_incident_steps_insert` AFTER INSERT ON `incident_steps` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM incidents WHERE id = NEW.incident); END;
--> statement-breakpoint
CREATE TRIGGER `desk_incident_steps_update` AFTER UPDATE ON `incident_steps` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM incidents WHERE id = NEW.incident); END;
--> statement-breakpoint
CREATE TRIGGER `desk_incident_steps_delete` AFTER DELETE ON `incident_steps` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM incidents WHERE id = OLD.incident); END;

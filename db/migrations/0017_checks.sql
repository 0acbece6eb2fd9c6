CREATE TABLE `check_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`check_slug` text NOT NULL,
	`line` text NOT NULL,
	`act` text NOT NULL,
	`on_day` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`recheck_on` text,
	`counts_until` text,
	`why` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_entries_line` ON `check_entries` (`person`,`programme`,`check_slug`,`line`,`at`);--> statement-breakpoint
CREATE TABLE `check_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`check_slug` text NOT NULL,
	`line` text NOT NULL,
	`rule` text NOT NULL,
	`since` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_rules_line` ON `check_rules` (`programme`,`check_slug`,`line`,`at`);
--> statement-breakpoint
CREATE TRIGGER `desk_check_entries_insert` AFTER INSERT ON `check_entries` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_entries_update` AFTER UPDATE ON `check_entries` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_entries_delete` AFTER DELETE ON `check_entries` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_rules_insert` AFTER INSERT ON `check_rules` BEGIN UPDATE desk_people SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_rules_update` AFTER UPDATE ON `check_rules` BEGIN UPDATE desk_people SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_rules_delete` AFTER DELETE ON `check_rules` BEGIN UPDATE desk_people SET stale_at = 0 WHERE programme = OLD.programme; END;

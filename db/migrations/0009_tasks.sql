CREATE TABLE `desk_people` (
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`stale_at` integer DEFAULT 0 NOT NULL,
	`computed_at` integer DEFAULT 0 NOT NULL,
	`is_here` integer DEFAULT false NOT NULL,
	`list` text DEFAULT '' NOT NULL,
	`name_en` text DEFAULT '' NOT NULL,
	`name_es` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`programme`, `person`)
);
--> statement-breakpoint
CREATE INDEX `desk_people_stale` ON `desk_people` (`programme`,`stale_at`);--> statement-breakpoint
CREATE INDEX `desk_people_computed` ON `desk_people` (`programme`,`computed_at`);--> statement-breakpoint
CREATE INDEX `desk_people_person` ON `desk_people` (`person`);--> statement-breakpoint
CREATE INDEX `desk_people_en` ON `desk_people` (`programme`,`name_en`);--> statement-breakpoint
CREATE INDEX `desk_people_es` ON `desk_people` (`programme`,`name_es`);--> statement-breakpoint
CREATE INDEX `desk_people_list_en` ON `desk_people` (`programme`,`list`,`name_en`);--> statement-breakpoint
CREATE INDEX `desk_people_list_es` ON `desk_people` (`programme`,`list`,`name_es`);--> statement-breakpoint
CREATE TABLE `task_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`reason` text NOT NULL,
	`since` integer NOT NULL,
	`owner` text NOT NULL,
	`until_on` text,
	`why` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_holds_task` ON `task_holds` (`person`,`programme`,`reason`,`at`);--> statement-breakpoint
CREATE INDEX `task_holds_owner` ON `task_holds` (`owner`,`programme`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`reason` text NOT NULL,
	`rank` integer NOT NULL,
	`since` integer NOT NULL,
	`day` text DEFAULT '' NOT NULL,
	`not_for` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`programme`, `person`, `reason`)
);
--> statement-breakpoint
CREATE INDEX `tasks_order` ON `tasks` (`programme`,`rank`,`since`,`person`);--> statement-breakpoint
CREATE INDEX `tasks_reason` ON `tasks` (`programme`,`reason`,`since`,`person`);
--> statement-breakpoint
-- Whoever a row concerns that the rules of the desk read (db/desk-people.ts) is out of date from then on.
CREATE TRIGGER `desk_overviews_insert` AFTER INSERT ON `overviews` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_overviews_update` AFTER UPDATE ON `overviews` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_overviews_delete` AFTER DELETE ON `overviews` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_observations_insert` AFTER INSERT ON `observations` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_observations_update` AFTER UPDATE ON `observations` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_observations_delete` AFTER DELETE ON `observations` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_notes_insert` AFTER INSERT ON `notes` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_notes_update` AFTER UPDATE ON `notes` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_notes_delete` AFTER DELETE ON `notes` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_support_reviews_insert` AFTER INSERT ON `support_reviews` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_support_reviews_update` AFTER UPDATE ON `support_reviews` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_support_reviews_delete` AFTER DELETE ON `support_reviews` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_follow_ups_insert` AFTER INSERT ON `follow_ups` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_follow_ups_update` AFTER UPDATE ON `follow_ups` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_follow_ups_delete` AFTER DELETE ON `follow_ups` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_sign_offs_insert` AFTER INSERT ON `sign_offs` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_sign_offs_update` AFTER UPDATE ON `sign_offs` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_sign_offs_delete` AFTER DELETE ON `sign_offs` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_lapses_insert` AFTER INSERT ON `lapses` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_lapses_update` AFTER UPDATE ON `lapses` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_lapses_delete` AFTER DELETE ON `lapses` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_replies_insert` AFTER INSERT ON `replies` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_replies_update` AFTER UPDATE ON `replies` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_replies_delete` AFTER DELETE ON `replies` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_records_insert` AFTER INSERT ON `records` WHEN NEW.kind IN ('paused', 'help-asked') BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_records_update` AFTER UPDATE ON `records` WHEN NEW.kind IN ('paused', 'help-asked') BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_records_delete` AFTER DELETE ON `records` WHEN OLD.kind IN ('paused', 'help-asked') BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_progress_insert` AFTER INSERT ON `progress` WHEN NEW.item = 'meetings' BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_progress_update` AFTER UPDATE ON `progress` WHEN NEW.item = 'meetings' BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_progress_delete` AFTER DELETE ON `progress` WHEN OLD.item = 'meetings' BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_observed_levels_insert` AFTER INSERT ON `observed_levels` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM observations WHERE id = NEW.observation); END;
--> statement-breakpoint
CREATE TRIGGER `desk_observed_levels_update` AFTER UPDATE ON `observed_levels` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM observations WHERE id = NEW.observation); END;
--> statement-breakpoint
CREATE TRIGGER `desk_observed_levels_delete` AFTER DELETE ON `observed_levels` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM observations WHERE id = OLD.observation); END;
--> statement-breakpoint
CREATE TRIGGER `desk_review_actions_insert` AFTER INSERT ON `review_actions` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM support_reviews WHERE id = NEW.review); END;
--> statement-breakpoint
CREATE TRIGGER `desk_review_actions_update` AFTER UPDATE ON `review_actions` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM support_reviews WHERE id = NEW.review); END;
--> statement-breakpoint
CREATE TRIGGER `desk_review_actions_delete` AFTER DELETE ON `review_actions` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM support_reviews WHERE id = OLD.review); END;
--> statement-breakpoint
CREATE TRIGGER `desk_second_signatures_insert` AFTER INSERT ON `second_signatures` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = NEW.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_second_signatures_update` AFTER UPDATE ON `second_signatures` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = NEW.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_second_signatures_delete` AFTER DELETE ON `second_signatures` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = OLD.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_commitments_insert` AFTER INSERT ON `commitments` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = NEW.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_commitments_update` AFTER UPDATE ON `commitments` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = NEW.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_commitments_delete` AFTER DELETE ON `commitments` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = OLD.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_withdrawals_insert` AFTER INSERT ON `withdrawals` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = NEW.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_withdrawals_update` AFTER UPDATE ON `withdrawals` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = NEW.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_withdrawals_delete` AFTER DELETE ON `withdrawals` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM sign_offs WHERE id = OLD.sign_off); END;
--> statement-breakpoint
CREATE TRIGGER `desk_people_update` AFTER UPDATE ON `people` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER `desk_roles_insert` AFTER INSERT ON `roles` WHEN NEW.role = 'trainee' BEGIN INSERT INTO desk_people (programme, person) VALUES (NEW.programme, NEW.person) ON CONFLICT DO UPDATE SET stale_at = 0; UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_roles_update` AFTER UPDATE ON `roles` WHEN NEW.role = 'trainee' BEGIN INSERT INTO desk_people (programme, person) VALUES (NEW.programme, NEW.person) ON CONFLICT DO UPDATE SET stale_at = 0; UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_roles_delete` AFTER DELETE ON `roles` WHEN OLD.role = 'trainee' BEGIN DELETE FROM desk_people WHERE programme = OLD.programme AND person = OLD.person; DELETE FROM tasks WHERE programme = OLD.programme AND person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_programme_rules_insert` AFTER INSERT ON `programme_rules` BEGIN UPDATE desk_people SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_programme_rules_update` AFTER UPDATE ON `programme_rules` BEGIN UPDATE desk_people SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_programme_rules_delete` AFTER DELETE ON `programme_rules` BEGIN UPDATE desk_people SET stale_at = 0 WHERE programme = OLD.programme; END;
--> statement-breakpoint
INSERT INTO desk_people (programme, person) SELECT programme, person FROM roles WHERE role = 'trainee';

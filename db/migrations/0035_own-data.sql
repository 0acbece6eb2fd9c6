CREATE TABLE `data_answers` (
	`request` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `data_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `data_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`programme` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `data_requests_person` ON `data_requests` (`person`,`id`);--> statement-breakpoint
CREATE INDEX `data_requests_programme` ON `data_requests` (`programme`,`id`);--> statement-breakpoint
CREATE TABLE `data_reviews` (
	`request` text NOT NULL,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`is_held` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request`, `what`, `subject`),
	FOREIGN KEY (`request`) REFERENCES `data_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Whose task it may be is computed again (db/desk-people.ts).
CREATE TRIGGER `desk_data_requests_insert` AFTER INSERT ON `data_requests` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_data_requests_delete` AFTER DELETE ON `data_requests` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.person; END;
--> statement-breakpoint
CREATE TRIGGER `desk_data_answers_insert` AFTER INSERT ON `data_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM data_requests WHERE id = NEW.request); END;
--> statement-breakpoint
CREATE TRIGGER `desk_data_answers_delete` AFTER DELETE ON `data_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT person FROM data_requests WHERE id = OLD.request); END;
--> statement-breakpoint
-- What was on its way while somebody was erased does not come back (db/erasure.ts).
CREATE TRIGGER `erased_records` BEFORE INSERT ON `records` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_progress` BEFORE INSERT ON `progress` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_overviews` BEFORE INSERT ON `overviews` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_replies` BEFORE INSERT ON `replies` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_profile_fields` BEFORE INSERT ON `profile_fields` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_sessions` BEFORE INSERT ON `sessions` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_passkeys` BEFORE INSERT ON `passkeys` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_code_apps` BEFORE INSERT ON `code_apps` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_recovery_codes` BEFORE INSERT ON `recovery_codes` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_proven_addresses` BEFORE INSERT ON `proven_addresses` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_notice_wishes` BEFORE INSERT ON `notice_wishes` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_notices` BEFORE INSERT ON `notices` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_calendar_feeds` BEFORE INSERT ON `calendar_feeds` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_declined_passkeys` BEFORE INSERT ON `declined_passkeys` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_opened_sessions` BEFORE INSERT ON `opened_sessions` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_lapses` BEFORE INSERT ON `lapses` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_talks` BEFORE INSERT ON `talks` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_observations` BEFORE INSERT ON `observations` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_outside_evidence` BEFORE INSERT ON `outside_evidence` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_support_reviews` BEFORE INSERT ON `support_reviews` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_package_launches` BEFORE INSERT ON `package_launches` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_package_results` BEFORE INSERT ON `package_results` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_group_sign_ups` BEFORE INSERT ON `group_sign_ups` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_attendances` BEFORE INSERT ON `attendances` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_group_absences` BEFORE INSERT ON `group_absences` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_imported_facts` BEFORE INSERT ON `imported_facts` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_imported_people` BEFORE INSERT ON `imported_people` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_notes` BEFORE INSERT ON `notes` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_message_notes` BEFORE INSERT ON `message_notes` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_incidents` BEFORE INSERT ON `incidents` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_stops` BEFORE INSERT ON `stops` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_check_entries` BEFORE INSERT ON `check_entries` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_own_coordinators` BEFORE INSERT ON `own_coordinators` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_sign_off_drafts` BEFORE INSERT ON `sign_off_drafts` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_sign_offs` BEFORE INSERT ON `sign_offs` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_public_checks` BEFORE INSERT ON `public_checks` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_application_accounts` BEFORE INSERT ON `application_accounts` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_roles` BEFORE INSERT ON `roles` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_data_requests` BEFORE INSERT ON `data_requests` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;
--> statement-breakpoint
CREATE TRIGGER `erased_danger_calls` BEFORE INSERT ON `danger_calls` WHEN EXISTS (SELECT 1 FROM people WHERE id = NEW.person AND sign_in_name = 'erased:' || id) BEGIN SELECT RAISE(ABORT, 'alongside: this person was erased'); END;

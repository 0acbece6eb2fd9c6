CREATE TABLE `ending_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing` text NOT NULL,
	`planned_on` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`pairing`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ending_plans_pairing` ON `ending_plans` (`pairing`,`at`);--> statement-breakpoint
CREATE TABLE `proposal_ends` (
	`proposal` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
-- Whose task it may be is computed again (db/desk-people.ts).
CREATE TRIGGER `desk_proposals_insert` AFTER INSERT ON `proposals` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.mentor; END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposals_update` AFTER UPDATE ON `proposals` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.mentor; END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposals_delete` AFTER DELETE ON `proposals` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.mentor; END;
--> statement-breakpoint
CREATE TRIGGER `desk_pairings_insert` AFTER INSERT ON `pairings` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.mentor; END;
--> statement-breakpoint
CREATE TRIGGER `desk_pairings_update` AFTER UPDATE ON `pairings` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = NEW.mentor; END;
--> statement-breakpoint
CREATE TRIGGER `desk_pairings_delete` AFTER DELETE ON `pairings` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = OLD.mentor; END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposal_answers_insert` AFTER INSERT ON `proposal_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = NEW.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposal_answers_update` AFTER UPDATE ON `proposal_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = NEW.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposal_answers_delete` AFTER DELETE ON `proposal_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = OLD.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposal_ends_insert` AFTER INSERT ON `proposal_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = NEW.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposal_ends_update` AFTER UPDATE ON `proposal_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = NEW.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_proposal_ends_delete` AFTER DELETE ON `proposal_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = OLD.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_requester_answers_insert` AFTER INSERT ON `requester_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = NEW.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_requester_answers_update` AFTER UPDATE ON `requester_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = NEW.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_requester_answers_delete` AFTER DELETE ON `requester_answers` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM proposals WHERE id = OLD.proposal); END;
--> statement-breakpoint
CREATE TRIGGER `desk_meetings_insert` AFTER INSERT ON `meetings` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = NEW.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_meetings_update` AFTER UPDATE ON `meetings` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = NEW.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_meetings_delete` AFTER DELETE ON `meetings` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = OLD.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_ins_insert` AFTER INSERT ON `check_ins` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = NEW.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_ins_update` AFTER UPDATE ON `check_ins` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = NEW.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_check_ins_delete` AFTER DELETE ON `check_ins` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = OLD.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_pairing_ends_insert` AFTER INSERT ON `pairing_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = NEW.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_pairing_ends_update` AFTER UPDATE ON `pairing_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = NEW.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_pairing_ends_delete` AFTER DELETE ON `pairing_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person = (SELECT mentor FROM pairings WHERE id = OLD.pairing); END;
--> statement-breakpoint
CREATE TRIGGER `desk_request_ends_insert` AFTER INSERT ON `request_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT mentor FROM proposals WHERE request = NEW.request); END;
--> statement-breakpoint
CREATE TRIGGER `desk_request_ends_update` AFTER UPDATE ON `request_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT mentor FROM proposals WHERE request = NEW.request); END;
--> statement-breakpoint
CREATE TRIGGER `desk_request_ends_delete` AFTER DELETE ON `request_ends` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT mentor FROM proposals WHERE request = OLD.request); END;
--> statement-breakpoint
CREATE TRIGGER `desk_request_consents_insert` AFTER INSERT ON `request_consents` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT mentor FROM proposals WHERE request = NEW.request); END;
--> statement-breakpoint
CREATE TRIGGER `desk_request_consents_update` AFTER UPDATE ON `request_consents` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT mentor FROM proposals WHERE request = NEW.request); END;
--> statement-breakpoint
CREATE TRIGGER `desk_request_consents_delete` AFTER DELETE ON `request_consents` BEGIN UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT mentor FROM proposals WHERE request = OLD.request); END;

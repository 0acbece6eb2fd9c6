ALTER TABLE `programme_rules` ADD `long_wait_days` integer DEFAULT 28 NOT NULL;
--> statement-breakpoint
-- Whatever changes that the rule of db/desk-waits.ts reads of a request, it is out of date from then on.
CREATE TRIGGER `desk_waits_request_waits_insert` AFTER INSERT ON `request_waits` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_request_waits_update` AFTER UPDATE ON `request_waits` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_request_waits_delete` AFTER DELETE ON `request_waits` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = OLD.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_request_notes_insert` AFTER INSERT ON `request_notes` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_request_notes_update` AFTER UPDATE ON `request_notes` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_request_notes_delete` AFTER DELETE ON `request_notes` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = OLD.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposals_insert` AFTER INSERT ON `proposals` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposals_update` AFTER UPDATE ON `proposals` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposals_delete` AFTER DELETE ON `proposals` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = OLD.request ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposal_answers_insert` AFTER INSERT ON `proposal_answers` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = NEW.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposal_answers_update` AFTER UPDATE ON `proposal_answers` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = NEW.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposal_answers_delete` AFTER DELETE ON `proposal_answers` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = OLD.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposal_ends_insert` AFTER INSERT ON `proposal_ends` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = NEW.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposal_ends_update` AFTER UPDATE ON `proposal_ends` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = NEW.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_proposal_ends_delete` AFTER DELETE ON `proposal_ends` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = OLD.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_requester_answers_insert` AFTER INSERT ON `requester_answers` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = NEW.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_requester_answers_update` AFTER UPDATE ON `requester_answers` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = NEW.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_requester_answers_delete` AFTER DELETE ON `requester_answers` BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = (SELECT x.request FROM proposals x WHERE x.id = OLD.proposal) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_request_seen` AFTER INSERT ON `audit` WHEN NEW.act = 'seen:request' BEGIN INSERT INTO desk_waits (programme, subject) SELECT q.programme, q.id FROM mentor_requests q WHERE q.id = NEW.subject ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_rules_insert` AFTER INSERT ON `programme_rules` BEGIN UPDATE desk_waits SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
CREATE TRIGGER `desk_waits_rules_update` AFTER UPDATE ON `programme_rules` BEGIN UPDATE desk_waits SET stale_at = 0 WHERE programme = NEW.programme; END;
--> statement-breakpoint
-- Worked out anew, a mentor may be ready no more, or again.
CREATE TRIGGER `desk_waits_asked_mentor` AFTER UPDATE OF `computed_at` ON `desk_people` BEGIN INSERT INTO desk_waits (programme, subject) SELECT x.programme, x.request FROM proposals x JOIN request_waits w ON w.request = x.request WHERE x.mentor = NEW.person AND x.programme = NEW.programme AND NOT EXISTS (SELECT 1 FROM proposal_ends e WHERE e.proposal = x.id) ON CONFLICT DO UPDATE SET stale_at = 0; END;
--> statement-breakpoint
INSERT INTO desk_waits (programme, subject) SELECT programme, request FROM request_waits WHERE true ON CONFLICT DO UPDATE SET stale_at = 0;

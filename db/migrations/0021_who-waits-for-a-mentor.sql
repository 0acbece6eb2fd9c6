CREATE TABLE `request_waits` (
	`request` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_waits_longest` ON `request_waits` (`programme`,`since`,`request`);--> statement-breakpoint
ALTER TABLE `programme_rules` ADD `requests_open` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `request_waits_request_consents_insert` AFTER INSERT ON `request_consents` BEGIN
  DELETE FROM request_waits WHERE request = NEW.request;
  INSERT INTO request_waits (request, programme, since)
    SELECT r.id, r.programme, max(r.at, coalesce((SELECT max(e.at) FROM pairings p JOIN pairing_ends e ON e.pairing = p.id WHERE p.request = r.id), 0))
    FROM mentor_requests r WHERE r.id = NEW.request
      AND NOT EXISTS (SELECT 1 FROM request_ends e WHERE e.request = r.id)
      AND (SELECT c.given FROM request_consents c WHERE c.request = r.id ORDER BY c.at DESC, c.id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM pairings p WHERE p.request = r.id AND NOT EXISTS (SELECT 1 FROM pairing_ends e WHERE e.pairing = p.id));
END;
--> statement-breakpoint
CREATE TRIGGER `request_waits_request_ends_insert` AFTER INSERT ON `request_ends` BEGIN
  DELETE FROM request_waits WHERE request = NEW.request;
  INSERT INTO request_waits (request, programme, since)
    SELECT r.id, r.programme, max(r.at, coalesce((SELECT max(e.at) FROM pairings p JOIN pairing_ends e ON e.pairing = p.id WHERE p.request = r.id), 0))
    FROM mentor_requests r WHERE r.id = NEW.request
      AND NOT EXISTS (SELECT 1 FROM request_ends e WHERE e.request = r.id)
      AND (SELECT c.given FROM request_consents c WHERE c.request = r.id ORDER BY c.at DESC, c.id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM pairings p WHERE p.request = r.id AND NOT EXISTS (SELECT 1 FROM pairing_ends e WHERE e.pairing = p.id));
END;
--> statement-breakpoint
CREATE TRIGGER `request_waits_pairings_insert` AFTER INSERT ON `pairings` BEGIN
  DELETE FROM request_waits WHERE request = NEW.request;
  INSERT INTO request_waits (request, programme, since)
    SELECT r.id, r.programme, max(r.at, coalesce((SELECT max(e.at) FROM pairings p JOIN pairing_ends e ON e.pairing = p.id WHERE p.request = r.id), 0))
    FROM mentor_requests r WHERE r.id = NEW.request
      AND NOT EXISTS (SELECT 1 FROM request_ends e WHERE e.request = r.id)
      AND (SELECT c.given FROM request_consents c WHERE c.request = r.id ORDER BY c.at DESC, c.id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM pairings p WHERE p.request = r.id AND NOT EXISTS (SELECT 1 FROM pairing_ends e WHERE e.pairing = p.id));
END;
--> statement-breakpoint
CREATE TRIGGER `request_waits_pairing_ends_insert` AFTER INSERT ON `pairing_ends` BEGIN
  DELETE FROM request_waits WHERE request = (SELECT request FROM pairings WHERE id = NEW.pairing);
  INSERT INTO request_waits (request, programme, since)
    SELECT r.id, r.programme, max(r.at, coalesce((SELECT max(e.at) FROM pairings p JOIN pairing_ends e ON e.pairing = p.id WHERE p.request = r.id), 0))
    FROM mentor_requests r WHERE r.id = (SELECT request FROM pairings WHERE id = NEW.pairing)
      AND NOT EXISTS (SELECT 1 FROM request_ends e WHERE e.request = r.id)
      AND (SELECT c.given FROM request_consents c WHERE c.request = r.id ORDER BY c.at DESC, c.id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM pairings p WHERE p.request = r.id AND NOT EXISTS (SELECT 1 FROM pairing_ends e WHERE e.pairing = p.id));
END;

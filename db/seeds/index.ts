import { readFileSync } from 'node:fs';
import cohorts from './cohorts.json' with { type: 'json' };
import organisations from './organisations.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import portal from './portal.json' with { type: 'json' };
import regulations from './regulations.json' with { type: 'json' };
import sites from './sites.json' with { type: 'json' };

/** The demonstration region: invented organisations and people under the reserved domain `.example`. */
export { cohorts, organisations, people, portal, regulations, sites };

export const PROGRAMME_KEYS = ['adhd-lesson-12h', 'formative-16h'] as const;
export type ProgrammeKey = (typeof PROGRAMME_KEYS)[number];

/** A programme file as its author would import it: nothing has been checked yet. */
export function programmeFile(key: ProgrammeKey): unknown {
	return JSON.parse(readFileSync(new URL(`./programmes/${key}.json`, import.meta.url), 'utf8'));
}

/** The same of a regulation. The five come from real documents; the days in force are the demonstration's own. */
export function regulationFile(key: string): unknown {
	return JSON.parse(readFileSync(new URL(`./regulations/${key}.json`, import.meta.url), 'utf8'));
}

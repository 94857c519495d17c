import { privacyWarnings } from '../forms/index.ts';
import { linkFaults } from '../passports/index.ts';

/** What a site found out in its work, in words that others can follow (R141). */
export type ExperienceText = {
	title: string;
	theme: string;
	authors: string;
	/** What was done, and what became of it. */
	done: string;
	changed: string;
	/** Addresses of what proves it. */
	links: readonly string[];
	/** Professional deficits that it answers, in the words of the programmes. */
	deficits: readonly string[];
	/** A person has looked: what resembles a pupil's name or diagnosis is none (R166). */
	checked: boolean;
};

export type ExperienceFault = { field: string; code: string; limit?: string };

/** What a summary may not even be kept with: addresses that are none, and deficits that the site does not work on. */
export function writingFaults(
	{ links, deficits }: Pick<ExperienceText, 'links' | 'deficits'>,
	known: readonly string[]
): ExperienceFault[] {
	const wrong = links.some((link) => linkFaults(link).length > 0);
	const strange = deficits.some((deficit) => !known.includes(deficit));
	return [
		...(wrong ? [{ field: 'links', code: 'passport.link_wrong' }] : []),
		...(strange ? [{ field: 'deficits', code: 'experience.deficit_unknown' }] : [])
	];
}

const WANTED = ['theme', 'authors', 'done', 'changed', 'links'] as const;

/** What keeps a summary from being shown: a generalisation says all of this, and nothing of pupils. */
export function lacksOf(text: ExperienceText): ExperienceFault[] {
	const empty = WANTED.filter((part) => text[part].length === 0);
	const seen = text.checked ? [] : privacyWarnings(`${text.title}\n${text.done}\n${text.changed}`);
	return [
		...empty.map((field) => ({ field, code: 'experience.part_missing' })),
		...(seen.length
			? [
					{
						...{ field: 'checked', code: 'experience.pupils' },
						limit: seen.map(({ fragment }) => `«${fragment}»`).join(', ')
					}
				]
			: [])
	];
}

/** Addresses as people write them: a line or a space between two. */
export function linksIn(lines: string): string[] {
	return [
		...new Set(
			lines
				.split(/\s+/u)
				.map((line) => line.trim())
				.filter(Boolean)
		)
	];
}

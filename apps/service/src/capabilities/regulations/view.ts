import type { RegulationInForce, RegulationVersion } from '@stazhirovka/contract/regulations';
import { shortName, type PersonName } from '@stazhirovka/domain/certificates';
import {
	completed,
	mayComplete,
	missingParts,
	withLastDays,
	type RegulationProfile
} from '@stazhirovka/domain/regulations';
import { toCard } from './content-view.ts';
import type { PublishedHead, VersionFacts } from './queries.ts';

type Names = ReadonlyMap<string, PersonName>;

/** Only those who keep the regulation ever see a version, so what may be done follows from its state alone. */
export function toVersions(rows: VersionFacts[], names: Names): RegulationVersion[] {
	const lastDays = new Map(
		Object.values(Object.groupBy(rows, ({ regulationId }) => regulationId)).flatMap((versions) =>
			withLastDays((versions ?? []).flatMap(begun)).map(({ id, inForceTo }) => [id, inForceTo] as const)
		)
	);
	return rows.map((row) => ({
		...toVersion(row, lastDays.get(row.id) ?? null, names),
		can: { publish: isDraft(row), revise: !isDraft(row) && isNewest(row, rows) }
	}));
}

function begun({ id, inForceFrom }: VersionFacts) {
	return inForceFrom ? [{ id, inForceFrom }] : [];
}

function isDraft({ publishedAt }: VersionFacts): boolean {
	return publishedAt === null;
}

function isNewest({ regulationId, number }: VersionFacts, rows: VersionFacts[]): boolean {
	return rows.every((row) => row.regulationId !== regulationId || row.number <= number);
}

function toVersion(
	row: VersionFacts,
	inForceTo: string | null,
	names: Names
): Omit<RegulationVersion, 'can'> {
	const { id, key, number, region, revision, document, completions, warnings, inForceFrom } = row;
	return {
		...{ id, key, number, region, revision, warnings, inForceFrom, inForceTo },
		title: document.short_title,
		territory: document.territory,
		importedAt: row.importedAt.toISOString(),
		publishedAt: row.publishedAt?.toISOString() ?? null,
		missing: missingParts(completed(document, completions)).map((part) => ({
			part,
			can: { complete: isDraft(row) && mayComplete(part) }
		})),
		completed: completions.map(({ part, by, at }) => ({ part, by: nameOf(names, by), at }))
	};
}

function nameOf(names: Names, id: string): string {
	const person = names.get(id);
	return person ? shortName(person) : '—';
}

type Days = PublishedHead & { inForceTo: string | null };

export function toInForce({ number, inForceFrom, inForceTo }: Days) {
	return { number, inForceFrom, inForceTo };
}

export function toRegulationInForce(days: Days, profile: RegulationProfile): RegulationInForce {
	return { ...toCard(profile), ...toInForce(days) };
}

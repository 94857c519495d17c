import type { ProgrammeActivity, ProgrammeDocument } from '../programmes/document.ts';

type Kit = { materials?: 'all' | readonly string[]; exercises?: boolean; videos?: boolean };

/** What lies on the table in each kind of activity: the whole kit in the first and the last row (R83, R92). */
const KITS: Record<string, Kit> = {
	presentation: { materials: 'all' },
	training: { materials: ['collection', 'template'], exercises: true },
	video_analysis: { videos: true },
	planning: { materials: 'all', exercises: true }
};

export type ActivityKit = {
	materials: ProgrammeDocument['materials'];
	exercises: NonNullable<ProgrammeDocument['exercises']>;
	videos: NonNullable<ProgrammeDocument['videos']>;
};

/** Materials, exercises and videos of an activity (R83, R86, R88); nothing for a kind that has none. */
export function activityKit(
	document: Pick<ProgrammeDocument, 'materials' | 'exercises' | 'videos'>,
	{ kind }: Pick<ProgrammeActivity, 'kind'>
): ActivityKit {
	const kit = Object.hasOwn(KITS, kind) ? KITS[kind] : undefined;
	const kinds = kit?.materials ?? [];

	return {
		materials: document.materials.filter((material) => kinds === 'all' || kinds.includes(material.kind)),
		exercises: kit?.exercises ? (document.exercises ?? []) : [],
		videos: kit?.videos ? (document.videos ?? []) : []
	};
}

/** A recording that can be played; a placeholder is shown as not available yet (R88). */
export function isPlayable({ status, file }: { status: string; file: string | null }): boolean {
	return file !== null && status !== 'placeholder';
}

/** Minutes from the beginning of a meeting to each of its rows (R82). */
export function startOffsets(rows: readonly { minutes: number }[]): number[] {
	const starts: number[] = [];
	rows.reduce((start, { minutes }) => (starts.push(start), start + minutes), 0);
	return starts;
}

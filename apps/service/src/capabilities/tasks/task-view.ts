import type { SubmissionVersion, Task } from '@stazhirovka/contract/tasks';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { fileAddress } from '@stazhirovka/domain/materials';
import type { ProgrammeDocument, ProgrammeTask } from '@stazhirovka/domain/programmes';
import type { TaskProgress } from '@stazhirovka/domain/tasks';
import type { z } from 'zod';
import type { RemarkRow } from './remarks-store.ts';
import type { VersionRow } from './store.ts';

type Version = z.infer<typeof SubmissionVersion>;
type Facts = {
	task: ProgrammeTask;
	document: ProgrammeDocument;
	progress: TaskProgress;
	of: number;
	sheet: Task['sheet'];
	versions: VersionRow[];
	remarks: RemarkRow[];
	privateRoomId: string | null;
};

export function toTask({
	task,
	document,
	progress,
	of,
	sheet,
	versions,
	remarks,
	privateRoomId
}: Facts): Task {
	return {
		key: task.key,
		position: progress.position,
		of,
		title: task.title,
		why: task.why ?? null,
		instruction: task.instruction,
		product: task.product,
		minutes: task.minutes,
		materials: document.materials.filter(({ key }) => task.materials?.includes(key)).map(toMaterial),
		criteria: task.tutor_criteria ?? [],
		deficits: task.deficits.map(({ key, role }) => ({ key, title: deficitTitle(document, key), role })),
		dueOn: progress.dueOn,
		late: progress.late,
		state: progress.state,
		reason: progress.reason,
		sheet,
		versions: versions.map((version) => toVersion(version, remarks)),
		privateRoomId,
		privacyWarning: document.privacy?.warning ?? null,
		can: { send: sheet.can.submit }
	};
}

/** A version with the remarks that are about it. */
export function toVersion(row: VersionRow, remarks: readonly RemarkRow[]): Version {
	const mine = remarks.filter(({ versionId }) => versionId === row.id);
	return {
		number: row.number,
		answer: row.answer as Version['answer'],
		sentAt: row.sentAt.toISOString(),
		decision: row.decision,
		remark: row.remark,
		decidedAt: row.decidedAt?.toISOString() ?? null,
		remarks: mine.map(({ versionId: _, at, author, ...remark }) => ({
			...remark,
			author: { id: author.id, fullName: fullName(author), shortName: shortName(author) },
			at: at.toISOString()
		}))
	};
}

export function deficitTitle({ deficits }: ProgrammeDocument, key: string): string {
	return deficits.find((deficit) => deficit.key === key)?.title ?? key;
}

function toMaterial({
	key,
	kind,
	title,
	file
}: ProgrammeDocument['materials'][number]): Task['materials'][number] {
	return { key, kind, title, fileUrl: fileAddress(file) };
}

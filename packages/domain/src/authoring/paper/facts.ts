import type { RegulationProfile, RegulationSection } from '../../regulations/index.ts';
import type { StepKind, Step } from '../lifecycle.ts';
import type { Loose } from './reading.ts';

export type ProgrammePaperFacts = {
	document: Loose;
	/** The structure that the regulation demands; without any, the general one. */
	structure: Pick<RegulationProfile['programme_structure'], 'sections' | 'annex'> | null;
	site: string;
	organisation: string;
	city: string | null;
	/** Who leads the programme. */
	leader: string | null;
	steps: readonly Step[];
	approvals: readonly { kind: StepKind; name: string; position: string; on: string }[];
	/** The year under the title. */
	year: string;
};

/** Where a regulation gives no structure: what any programme says. */
export const GENERAL: RegulationSection[] = [
	{ n: 1, key: 'explanatory_note', title: 'Пояснительная записка' },
	{ n: 2, key: 'goal_tasks', title: 'Цель, задачи' },
	{ n: 3, key: 'events_results', title: 'Учебно-тематический план и планируемые результаты' },
	{ n: 4, key: 'content', title: 'Содержание программы' },
	{ n: 5, key: 'resources', title: 'Ресурсное обеспечение' },
	{ n: 6, key: 'assessment', title: 'Оценка результатов' },
	{ n: 7, key: 'management', title: 'Условия завершения' }
];

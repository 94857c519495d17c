import { dayOr, gap, known, type Block, type Grif, type Paper } from '../../documents/index.ts';
import type { RegulationSection } from '../../regulations/index.ts';
import type { StepKind } from '../lifecycle.ts';
import { paragraph } from './blocks.ts';
import * as content from './content.ts';
import { GENERAL, type ProgrammePaperFacts } from './facts.ts';
import { text, things } from './reading.ts';
import { SECTIONS } from './sections.ts';

/**
 * A programme as a document in the structure of its regulation (R35, R40, R51): title page with the grifs that are
 * demanded, then the sections in their order and under their names. What is not written is a line to be filled.
 */
export function programmePaper(facts: ProgrammePaperFacts): Paper {
	const { document, structure, organisation, site } = facts;
	const title = text(document.title) ?? '';
	const sections = structure?.sections.length ? structure.sections : GENERAL;
	return {
		title: `Программа стажировки: ${title}`,
		author: organisation,
		orientation: 'portrait',
		blocks: [
			{ kind: 'organisation', lines: [organisation, site] },
			...grifs(facts),
			{
				kind: 'title',
				document: 'ПРОГРАММА СТАЖИРОВКИ',
				subject: known(title, 'наименование программы', 40)
			},
			{ kind: 'paragraph', align: 'centre', text: [facts.city, facts.year].filter(Boolean).join(', ') },
			{ kind: 'newPage' },
			...sections.flatMap((section, index) => sectionBlocks(facts, section, { level: 1, place: index + 1 }))
		]
	};
}

function sectionBlocks(
	facts: ProgrammePaperFacts,
	section: RegulationSection,
	{ level, place }: { level: 1 | 2; place: number }
): Block[] {
	const children = section.children ?? [];
	// A section of this key that the source names after modules holds the module of that number.
	const module = /^module_(\d+)$/.exec(section.key)?.[1];
	const modules = things(facts.document.modules);
	const own = module
		? content.modules({ modules: modules.slice(Number(module) - 1, Number(module)) })
		: (SECTIONS[section.key]?.(facts, children.length > 0) ?? byHand(children));
	return [
		{
			kind: 'heading',
			level,
			text: `${level === 1 ? `${section.n}. ` : `${section.n} `}${sentence(section.title)}`
		},
		...own,
		...(section.repeat
			? modules.flatMap((one, index) => content.topic(facts.document, one, `${place}.${index + 1}`))
			: children.flatMap((child) => sectionBlocks(facts, child, { level: 2, place })))
	];
}

/** A section that only its authors can write. */
function byHand(children: RegulationSection[]): Block[] {
	return children.length ? [] : [paragraph(null, 'заполняется авторами программы')];
}

function grifs({ steps, approvals }: ProgrammePaperFacts): Block[] {
	const grif = (kind: StepKind, word: Grif['word']): Grif | null => {
		const step = steps.find((candidate) => candidate.kind === kind);
		if (!step) return null;
		const done = approvals.find((candidate) => candidate.kind === kind);
		return {
			word,
			lines: [sentence(done?.position || step.by)],
			name: done ? done.name : gap('фамилия и инициалы', 22),
			day: dayOr(done?.on)
		};
	};
	const [left, right] = [grif('agreement', 'СОГЛАСОВАНО'), grif('approval', 'УТВЕРЖДАЮ')];
	return left || right ? [{ kind: 'grifs', left, right }] : [];
}

function sentence(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

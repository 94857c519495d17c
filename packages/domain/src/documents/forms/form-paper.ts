import { isEmpty } from '../../forms/checks/emptiness.ts';
import type { Answer, Field, FormDefinition } from '../../forms/definition.ts';
import { fieldsOf } from '../../forms/validate.ts';
import type { Block, Fact, Grif, Paper, Signature, Words } from '../paper.ts';
import { filled } from './filled.ts';
import { isWide, tableBlocks } from './grids.ts';
import { unfilled } from './unfilled.ts';

/** What stands on the sheet besides the form itself. */
export type FormHead = {
	author: string;
	/** In place of the form's own title. */
	title?: string;
	subject?: Words;
	annex?: Words[];
	organisation?: Words[];
	grifs?: { left: Grif | null; right: Grif | null };
	place?: { day: Words; place: Words | null; number: Words | null };
	/** Before the first question: who fills it in, for what. */
	facts?: Fact[];
	/** Blocks after the last question and before the signatures. */
	after?: Block[];
	signatures?: Signature[];
	/** Names of stored files by the ids that the answer holds. */
	files?: Readonly<Record<string, string>>;
	/** What stands where nothing was answered: a line to fill (X20), or a dash in what was handed in. */
	unanswered?: 'line' | 'dash';
	/** How many lines a long text gets to be written by hand. */
	lines?: number;
};

/**
 * Any sheet of the forms engine as a paper, filled or blank (R160, X20). An answer that does not fit the definition
 * counts as not given.
 */
export function formPaper(definition: FormDefinition, answer: Answer, head: FormHead): Paper {
	const title = head.title ?? definition.title;
	const blank = fieldsOf(definition).every((field) => isEmpty(field, answer[field.key]));

	return {
		title,
		author: head.author,
		orientation: fieldsOf(definition).some(isWide) ? 'landscape' : 'portrait',
		blocks: [
			...(head.annex ? [{ kind: 'annex' as const, lines: head.annex }] : []),
			...(head.organisation ? [{ kind: 'organisation' as const, lines: head.organisation }] : []),
			...(head.grifs ? [{ kind: 'grifs' as const, ...head.grifs }] : []),
			{ kind: 'title', document: title, subject: head.subject ?? null },
			...(head.place ? [{ kind: 'place' as const, ...head.place }] : []),
			...note(blank ? definition.note : undefined),
			...(head.facts?.length ? [{ kind: 'facts' as const, facts: head.facts }] : []),
			...gathered(
				definition.sections.flatMap((section) => [
					...(section.title ? [{ kind: 'heading' as const, level: 1 as const, text: section.title }] : []),
					...note(blank ? section.hint : undefined),
					...section.fields.flatMap((field) => fieldBlocks(field, answer[field.key], head))
				])
			),
			...(head.after ?? []),
			...(head.signatures?.length ? [{ kind: 'signatures' as const, signatures: head.signatures }] : [])
		]
	};
}

function note(text: string | undefined): Block[] {
	return text ? [{ kind: 'note', text }] : [];
}

function fieldBlocks(
	field: Field,
	value: unknown,
	{ files = {}, unanswered = 'line', lines }: FormHead
): Block[] {
	if (field.kind === 'table' || field.kind === 'matrix') return tableBlocks(field, value, unanswered);
	if (!isEmpty(field, value)) {
		const blocks = filled(field, value, files);
		if (blocks.length) return blocks;
	}
	return unanswered === 'line'
		? unfilled(field, lines)
		: [{ kind: 'facts', facts: [{ label: field.label, value: '–' }] }];
}

/** Neighbouring facts stand in one list. */
function gathered(blocks: Block[]): Block[] {
	const together: Block[] = [];
	for (const block of blocks) {
		const last = together.at(-1);
		if (block.kind === 'facts' && last?.kind === 'facts') {
			together[together.length - 1] = { kind: 'facts', facts: [...last.facts, ...block.facts] };
		} else together.push(block);
	}
	return together;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import kuzbass from '../../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import primorye from '../../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import type { Block, Paper } from '../../documents/index.ts';
import { check, type ProgrammeDocument } from '../../programmes/index.ts';
import { stepsOf } from '../lifecycle.ts';
import type { ProgrammePaperFacts } from './facts.ts';
import { programmePaper } from './programme-paper.ts';

type Structure = ProgrammePaperFacts['structure'];

const facts = (structure: unknown, document: object = adhd): ProgrammePaperFacts => ({
	...{
		document: { ...document },
		structure: structure as Structure,
		site: 'Площадка',
		organisation: 'Школа'
	},
	...{ city: 'г. Северореченск', leader: 'Полозьев Д. И.', year: '2027' },
	steps: stepsOf(structure as { approved_by: string | null; agreed_with: string | null }),
	approvals: [{ kind: 'approval', name: 'Заозёров Л. Е.', position: 'директор', on: '2027-01-15' }]
});
const headings = ({ blocks }: Paper, level = 1) =>
	blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []));
const of = <K extends Block['kind']>({ blocks }: Paper, kind: K) =>
	blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

test('R40, R41: under kuzbass eight sections, the fields of the title page, both grifs', () => {
	const paper = programmePaper(facts(kuzbass.programme_structure));
	expect(headings(paper).map((text) => text.slice(0, 2))).toEqual([
		'1.',
		'2.',
		'3.',
		'4.',
		'5.',
		'6.',
		'7.',
		'8.'
	]);
	expect(headings(paper, 2).slice(0, 5)).toEqual([
		'1.1 Образовательная организация (организации при сетевом взаимодействии)',
		'1.2 Наименование программы',
		'1.3 Руководитель программы',
		'1.4 Целевая аудитория стажёров',
		'1.5 Сроки реализации'
	]);
	const [grifs] = of(paper, 'grifs');
	expect([grifs?.left?.word, grifs?.right?.word, grifs?.right?.name]).toEqual([
		'СОГЛАСОВАНО',
		'УТВЕРЖДАЮ',
		'Заозёров Л. Е.'
	]);
});

test('R35–R39: under lenobl four sections, a topic for each module, assessment by others and by oneself', () => {
	const paper = programmePaper(facts(lenobl.programme_structure));
	expect(headings(paper)).toEqual([
		'1. Пояснительная записка',
		'2. Содержание программы стажировки',
		'3. Ресурсное обеспечение деятельности региональной стажировочной площадки',
		'4. Способы оценки образовательных результатов, в том числе стажёрских проб'
	]);
	expect(headings(paper, 2).filter((text) => text.includes('Тема.'))).toHaveLength(adhd.modules.length);
	expect(
		headings(paper, 2)
			.slice(-2)
			.map((text) => text.slice(0, 3))
	).toEqual(['4.1', '4.2']);
	const told = JSON.stringify(paper);
	for (const words of [
		adhd.relevance,
		adhd.goal,
		adhd.deficits[0]?.target ?? '',
		'Стажёрские пробы:',
		'владение пустографкой'
	])
		expect(told).toContain(words);
	expect(of(paper, 'grifs')).toEqual([]);
});

test('R36: under lenobl a topic says its own tasks and results; what is not written stays a line to be filled', () => {
	const topic = {
		teach: ['видеть перегрузку', 'делить задание на шаги'],
		develop: ['наблюдательность'],
		planned_results: { mastery: ['приёмами паузы'] }
	};
	const [first, ...others] = adhd.modules;
	const document = { ...adhd, modules: [{ ...first, topic }, ...others] };
	const lines = of(programmePaper(facts(lenobl.programme_structure, document)), 'paragraph').map(
		({ text }) => text
	);
	const told = JSON.stringify(lines);
	expect(told).toContain('научить: ');
	expect(told).toContain('видеть перегрузку; делить задание на шаги');
	expect(told).toContain('наблюдательность');
	const paper = JSON.stringify(programmePaper(facts(lenobl.programme_structure, document)));
	expect(paper).toContain('Владение: приёмами паузы');
	// The programme's results stand in the first topic only while it has none of its own.
	expect(paper).not.toContain('владение пустографкой');
	expect(check(document as unknown as ProgrammeDocument)).toEqual(
		check(adhd as unknown as ProgrammeDocument)
	);
});

test('R51: modules where the regulation names modules; the general structure where it has none', () => {
	expect(headings(programmePaper(facts(primorye.programme_structure)))).toHaveLength(3);
	expect(headings(programmePaper(facts(null)))).toHaveLength(7);
});

test('R51: whatever is written or not, the paper is made and says its name', () => {
	const structures = fc
		.constantFrom(kuzbass, lenobl, primorye)
		.map((one) => one.programme_structure as unknown);
	const loose = fc.dictionary(fc.constantFrom(...Object.keys(adhd)), fc.jsonValue());
	fc.assert(
		fc.property(structures, loose, (structure, document) => {
			const paper = programmePaper(facts(structure, document));
			expect(paper.title).toContain('Программа стажировки');
			expect(paper.blocks.length).toBeGreaterThan(4);
		})
	);
});

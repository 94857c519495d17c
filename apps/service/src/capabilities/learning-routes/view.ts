import type { LearningRoute } from '@stazhirovka/contract/learning-routes';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import {
	byPriority,
	decideRoute,
	explain,
	isPrimaryOf,
	plan,
	type RouteAction,
	type RouteRow
} from '@stazhirovka/domain/learning-routes';
import type { ProgrammeDocument, ProgrammeTask } from '@stazhirovka/domain/programmes';
import type { TaskProgress } from '@stazhirovka/domain/tasks';
import { isDeepStrictEqual } from 'node:util';
import type { EnrolmentFacts, EnrolmentRelation } from '../cohorts/index.ts';
import type { FrozenProgramme } from '../programmes/index.ts';
import { needsConsent } from './consent.ts';
import { paceOf } from './pace-view.ts';
import type { RoutePeople } from './queries.ts';
import type { Surroundings } from './scheduling.ts';
import type * as store from './store.ts';
import type { VersionRow } from './versions-store.ts';

type Facts = {
	route: store.RouteRow;
	people: RoutePeople;
	enrolment: EnrolmentFacts & { as: EnrolmentRelation[] };
	progress: TaskProgress[];
	programme: FrozenProgramme;
	rows: RouteRow[];
	versions: VersionRow[];
	surroundings: Surroundings;
};
type Item = LearningRoute['items'][number];
type Found = { expressed: string[]; partial: string[] };

export function toRoute(facts: Facts): LearningRoute {
	const { route, people, enrolment, progress, programme, rows, versions } = facts;
	const { document, rules } = programme;
	const tasks = route.items.map(({ task }) => task);
	const { expressed, partial } = plan(rules.route, rows);
	const found = rules.route.deficits.filter((key) => expressed.includes(key) || partial.includes(key));
	const why = explain(rules.route, rows, tasks);
	const { spans, ...pace } = paceOf(route, facts.surroundings);
	const asked = versions.find(({ standing }) => standing === 'asked');

	return {
		intern: toPerson(people.intern),
		tutor: people.tutor && toPerson(people.tutor),
		state: route.state,
		items: progress.map((item, place) => {
			const span = spans[place] ?? { from: item.dueOn, workingDays: 0, skipped: [] };
			const plannedOn = route.items[place]?.dueOn ?? item.dueOn;
			return { ...toItem(item, why[place]?.why ?? null, { document, expressed, partial }), span, plannedOn };
		}),
		...pace,
		versions: Math.max(1, versions.length),
		asked: asked ? { number: asked.number, reason: asked.reason ?? '', at: asked.at.toISOString() } : null,
		expressed,
		partial,
		notCoveredAsPrimary: found.filter((deficit) => !isPrimaryOf(rules.route, tasks, deficit)),
		needsTutorConsent: needsConsent(route, rules.route),
		changedByHand: !isDeepStrictEqual(tasks, route.proposal.tasks),
		changeReason: route.changeReason,
		remark: route.remark,
		revision: route.revision,
		agreedAt: route.agreedAt?.toISOString() ?? null,
		startsOn: enrolment.startsOn,
		endsOn: enrolment.endsOn,
		choices: document.tasks.map(toChoice),
		deficitTitles: Object.fromEntries(document.deficits.map(({ key, title }) => [key, title])),
		can: whatCan(route, enrolment, asked !== undefined)
	};
}

function toPerson(person: RoutePeople['intern']) {
	return { id: person.id, fullName: fullName(person), shortName: shortName(person) };
}

function toItem(
	progress: TaskProgress,
	why: Item['why'],
	{ document: { tasks, deficits }, ...found }: { document: ProgrammeDocument } & Found
): Omit<Item, 'span' | 'plannedOn'> {
	const task = tasks.find(({ key }) => key === progress.task);
	const titleOf = (deficit: string) => deficits.find(({ key }) => key === deficit)?.title ?? deficit;

	return {
		position: progress.position,
		task: progress.task,
		title: task?.title ?? progress.task,
		minutes: task?.minutes ?? 0,
		product: task?.product ?? '',
		tryoutRequired: task?.tryout_required ?? false,
		dueOn: progress.dueOn,
		deficits: byPriority(task?.deficits ?? [], found).map(({ key, role }) => {
			return { key, title: titleOf(key), role };
		}),
		why,
		state: progress.state,
		late: progress.late
	};
}

function toChoice({ key, title, minutes, deficits }: ProgrammeTask): LearningRoute['choices'][number] {
	const keysOf = (role: 'primary' | 'secondary') =>
		deficits.filter((deficit) => deficit.role === role).map((deficit) => deficit.key);
	return { task: key, title, minutes, primary: keysOf('primary'), secondary: keysOf('secondary') };
}

/** Words that the person has yet to write count as written: the screen shows the field for them. */
const WORDS = 'слова, которые ещё напишут';

function whatCan(
	route: store.RouteRow,
	{ as, state }: Facts['enrolment'],
	asked: boolean
): LearningRoute['can'] {
	const by = as.includes('intern') ? 'intern' : 'tutor';
	const open = state !== 'completed';
	const may = (action: RouteAction) => decideRoute({ state: route.state, cardFrozen: true }, action).ok;

	return {
		change: open && may({ type: 'change', by, byHand: true, reason: WORDS }),
		propose: by === 'intern' && may({ type: 'propose' }),
		agree: by === 'tutor' && may({ type: 'agree' }),
		return: by === 'tutor' && may({ type: 'return', remark: WORDS }),
		ask: open && by === 'intern' && route.state === 'agreed' && !asked,
		answer: open && by === 'tutor' && asked,
		limit: open && by === 'intern'
	};
}

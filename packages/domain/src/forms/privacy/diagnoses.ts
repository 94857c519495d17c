import { sentencesOf } from './sentences.ts';

const CODE = /(?<![\p{L}\p{N}])(?:[FФ](?:[2-9]\d)|[GГ](?:40|80|93)|Q90)(?:[.,]\d)?(?![\p{L}\p{N}])/gu;

/** Words that a programme about the subject uses on every page: they count only when said of one child. */
const SUBJECT = /(?<!\p{L})(?:сдвг|овз|adhd|синдром\p{L}* дефицита внимания)(?!\p{L})/giu;

const CONDITION = new RegExp(
	`(?<!\\p{L})(?:${[
		'зпрр?',
		'дцп',
		'онр',
		'аути\\p{L}*',
		'эпилеп\\p{L}*',
		'дислекси\\p{L}*',
		'дисграфи\\p{L}*',
		'дискалькули\\p{L}*',
		'алали\\p{L}*',
		'шизофрени\\p{L}*',
		'энурез\\p{L}*',
		'диабет\\p{L}*',
		'инвалид\\p{L}*',
		'синдром\\p{L}* (?:дауна|туретта|аспергера)',
		'задержк\\p{L}* (?:психическ\\p{L}*|речев\\p{L}*|психоречев\\p{L}*) развити\\p{L}*',
		'умственн\\p{L}* отсталост\\p{L}*',
		'(?:психическ|гиперкинетическ)\\p{L}* расстройств\\p{L}*',
		'расстройств\\p{L}* аутистическ\\p{L}* спектра'
	].join('|')})(?!\\p{L})`,
	'giu'
);
const SPECTRUM = /(?<!\p{L})РАС(?!\p{L})/gu;
const DIAGNOSIS = /(?<!\p{L})диагноз\p{L}*/giu;
const PAPERS =
	/(?<!\p{L})(?:(?:справк|заключени|рекомендаци|решени|направлени)\p{L}* (?:(?:из|от|в|на) )?(?:пмпк|врача|невролога|психиатра|психоневролога|медицинск\p{L}*)|на уч[её]те у (?:невролога|психиатра)|принимает (?:таблетк|лекарств|препарат)\p{L}*|медикаментозн\p{L}*)/giu;

const MANY =
	'(?:обучающи(?:е|х|м|ми)ся|учащи(?:е|х|м|ми)ся|дет(?:и|ей|ям|ьми|ях)|(?:школьник|ученик|воспитанник|подростк)(?:и|ов|ам|ами|ах)|ребят\\p{L}*|люд\\p{L}+|лиц(?:а|ам|ами|ах)?)';
const IN_GENERAL = new RegExp(
	`(?<!\\p{L})${MANY}(?:\\s+\\p{L}+){0,3}?\\s+со?(?:\\s+[\\p{L},]+){0,4}\\s+$|дет\\p{L}+-$`,
	'iu'
);
const ABOUT =
	/(?<!\p{L})(?:при|о|об|про|тем[аеуы]|поняти\p{L}*|признак\p{L}*|симптом\p{L}*|особенност\p{L}*|природ\p{L}*|пострадавш\p{L}*)\s+(?:\p{L}+\s+)?$/iu;
const DENIED =
	/(?<!\p{L})(?:(?:без|нет|ни)\s+(?:\p{L}+\s+)?|не\s+\p{L}+\s+(?:и|или|а)\s+|не\s+(?:став|указ|назыв|обсужд|произнос|говор|знач)\p{L}*\s+(?:\p{L}+,?\s+){0,4})$/iu;

const PUPIL_CODE = /(?<!\p{L})[Уу]ченик\p{L}*\s+[А-ЯЁ](?!\p{L})/u;
const ONE_CHILD =
	/(?<!\p{L})(?:у\s+(?:него|не[её]|реб[её]нка|ученика|ученицы|мальчика|девочки|сына|дочери|мо\p{L}+|одно\p{L}+|это\p{L}+)|(?:мой|мо\p{L}{2,3}|наш\p{L}{0,3}|этот|этого|этим|один|одного|одним)\s+(?:ученик|реб[её]н)\p{L}*|мальчик\p{L}*|девочк\p{L}*|(?:его|е[её])\s+(?:сдвг|овз)|в классе (?:есть|учится))(?!\p{L})/iu;
const ASCRIBED =
	/(?<!\p{L})(?:постав\p{L}+|ставят|подтверд\p{L}+|подтвержд\p{L}+|выяв\p{L}+|диагностиров\p{L}+|подозр\p{L}+(?:\s+на)?|имеет|имеется|есть)\s+(?:\p{L}+\s+){0,2}$/iu;

/**
 * Fragments that tell a pupil's state of health (R166). «Обучающиеся с СДВГ» and «при аутизме» are the subject of a
 * programme and pass; the same word about one child does not.
 */
export function findDiagnoses(text: string, namesIn: (sentence: string) => boolean): string[] {
	return sentencesOf(text).flatMap((sentence) => {
		const one = PUPIL_CODE.test(sentence) || namesIn(sentence);
		return [
			...matches(sentence, CODE),
			...matches(sentence, SUBJECT, (before) => one || isOfOneChild(sentence, before)),
			...matches(sentence, CONDITION, (before) => one || !isGeneral(before)),
			...matches(sentence, SPECTRUM, (before) => one || !isGeneral(before)),
			...matches(sentence, DIAGNOSIS, (before) => !DENIED.test(before) && !IN_GENERAL.test(before)),
			...matches(sentence, PAPERS)
		];
	});
}

function isOfOneChild(sentence: string, before: string): boolean {
	if (ASCRIBED.test(before)) return true;
	return !IN_GENERAL.test(before) && !ABOUT.test(before) && ONE_CHILD.test(sentence);
}

function isGeneral(before: string): boolean {
	return IN_GENERAL.test(before) || ABOUT.test(before) || DENIED.test(before);
}

function matches(
	sentence: string,
	pattern: RegExp,
	counts: (before: string) => boolean = () => true
): string[] {
	return [...sentence.matchAll(pattern)]
		.filter((match) => counts(sentence.slice(Math.max(0, match.index - 90), match.index)))
		.map((match) => match[0]);
}

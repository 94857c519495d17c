import { fold } from './name-forms.ts';

const SURNAME = [
	/(?:[ое]в|[иы]н)(?:а|у|ым|е|ой|ою|ых|ыми|ы)?$/,
	/[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|их)$/,
	/(?:чук|юк|ян|янц)(?:а|у|ом|е)?$/,
	/(?:енко|швили|дзе|[иы]х)$/
];
const PLAIN_SURNAME = /(?:[ое]в|[иы]н)а?$/;
const PATRONYMIC = /(?:(?:[ое]в|ь|ин)ич(?:а|у|ем|ом|е)?|(?:[ое]вн|ичн)(?:а|ы|е|у|ой|ою))$/;

/** Words that end like a surname and stand beside initials or class letters. */
const COMMON = new Set(
	list('снова основа голова слова один готов здоров причина половина картина машина дисциплина')
);

/** Authors, scholars, rulers and heroes of textbooks: stems, so that every case is known. */
const KNOWN = list(`
	толст пушкин лермонтов чехов бунин гогол тургенев некрасов фет тютчев крылов драгунск носов маршак чуковск барто
	михалков пришвин бианки паустовск есенин блок цветаев ахматов маяковск осеев успенск перро андерсен гримм кэрролл
	линдгрен родари волков катаев житков сутеев остер заходер хармс чарушин сладков бажов аксаков ершов одоевск гайдар
	симонов твардовск шолохов достоевск салтыков островск куприн платонов булгаков пастернак солженицын
	выготск лури монтессори занков эльконин давыдов сухомлинск ушинск макаренк амонашвили пиаже корчак шаталов
	моро петерсон виленкин рамзаев климанов канакин плешаков мерзляк атанасян ладыженск баранов бунеев горецк
	менделеев ломоносов гагарин королев циолковск суворов кутузов жуков ушаков нахимов пирогов павлов сеченов лобачевск
	чайковск глинк мусоргск шостакович прокофьев рахманинов левитан репин шишкин васнецов саврасов айвазовск суриков серов
	ньютон эйнштейн дарвин моцарт бах бетховен
`);

/** What follows the name of a ruler or a hero: «Иван Грозный», «Пётр Первый». */
const EPITHET =
	/^(?:грозн|велик|перв|втор|трет|невск|донск|муром|попович|никитич|царевич|премудр|прекрасн|мудр|калит|дурак)/;

export function isSurnameLike(word: string): boolean {
	const folded = fold(word);
	return folded.length > 3 && !COMMON.has(folded) && SURNAME.some((ending) => ending.test(folded));
}

/** Only the plain endings in the nominative: for two unknown words side by side. */
export function isPlainSurname(word: string): boolean {
	return word.length > 4 && PLAIN_SURNAME.test(fold(word));
}

export function isPatronymic(word: string): boolean {
	return word.length > 5 && PATRONYMIC.test(fold(word));
}

/** A word like «Кемеровской», which may as well be an adjective before a noun. */
export function isAdjectiveLike(word: string): boolean {
	return /[сц]к(?:ой|ого|ая|ую|их)$/.test(fold(word));
}

export function isEpithet(word: string): boolean {
	return EPITHET.test(fold(word));
}

export function isKnown(word: string): boolean {
	const folded = fold(word);
	return (
		EPITHET.test(folded) || KNOWN.some((stem) => folded.startsWith(stem) && folded.length - stem.length <= 3)
	);
}

function list(words: string): string[] {
	return words.trim().split(/\s+/);
}

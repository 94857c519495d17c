import { fold } from './name-forms.ts';

const ADULT =
	/^(?:учител|педагог|психолог|логопед|дефектолог|тьютор|завуч|директор|методист|коллег|воспитател|тренер|наставни|эксперт|врач|доктор|невролог|психиатр|академик|профессор|учен(?:ый|ого|ому|ым|ом)$|автор|писател|поэт|художник|композитор|космонавт|президент|император|цар|княз|корол|принц|рыцар|богатыр|тет(?:я|и|е|ю|ей)$|дяд)/;
const BOOK = /^(?:сказк|басн|рассказ|повест|стих|произведени|учебник|методик|систем|музык|картин|портрет)/;
const PLACE = /^(?:г|город|городе|города|ул|улиц|рек|им|имени|сел|союза|станци|площад|школ)/;
const PUPIL =
	/^(?:ученик(?:|а|у|ом|е)|учениц(?:а|ы|е|у|ей)|мальчик(?:|а|у|ом|е)|девочк(?:а|и|е|у|ой)|ребен(?:ок|ка|ку|ком|ке)|обучающ(?:ийся|егося|емуся|имся|аяся|ейся|уюся)|воспитанни(?:к|ка|ку|ком|ца|цы|це|цу)|сын(?:|а|у|ом)|дочь|дочери|дочка|дочку|мам(?:а|ы|е|у|ой)|пап(?:а|ы|е|у|ой)|бабушк(?:а|и|е|у|ой))$/;
const PUPILS =
	/^(?:ученик(?:и|ов|ам|ами|ах)|учениц(?:ы|ам|ами|ах)?|мальчик(?:и|ов|ам|ами|ах)|девоч(?:ки|ек|кам|ками|ках)|ребята|дет(?:и|ей|ям|ьми))$/;
const INSTITUTION = /^(?:школ|лице|гимнази|центр|сад|класс|росси|москв|урал|сибир|интернет|зем|бог|новый)/;
const LETTERED = /^(?:класс|групп|вариант|ученик|учениц|букв|пункт|команд|ряд|этап|част|блок|уровен|тип)/;
const HOUSE =
	/^(?:дом|двор|день|дня|дню|парк|школ|лице|центр|союз|год|праздник|клуб|министерств|совет|институт|университет|музе|театр)/;

/** «Учитель Мария», «психолог Анна»: an adult at work is not what the guard is about. */
export const isAdultRole = (word: string) => ADULT.test(fold(word));

/** «Сказка Льва Толстого», «по методике Марии Монтессори». */
export const isBook = (word: string) => BOOK.test(fold(word));

export const isPlace = (word: string) => PLACE.test(fold(word));

/** A word after which a capital letter is a child's name: «ученик Сидоркин», «мама Артёма». */
export const isPupilRole = (word: string) => PUPIL.test(fold(word));

export const isPupilsRole = (word: string) => PUPILS.test(fold(word));

export const isInstitution = (word: string) => INSTITUTION.test(fold(word));

/** Things that are told apart by a letter: «группа Б», «Ученик А». */
export const isLettered = (word: string) => LETTERED.test(fold(word));

/** First words of titles whose second word ends like a surname: «Дворец Пионеров». */
export const opensTitle = (word: string) =>
	HOUSE.test(fold(word)) || /(?:ий|ый|ой|ая|яя|ое|ее|ого|ему|ой)$/.test(fold(word));

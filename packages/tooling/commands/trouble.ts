import { DatabaseNewerThanCode } from '@stazhirovka/db/migrate';

/** Something that the person who typed the command can put right. Its message is said as it is. */
export class Trouble extends Error {}

const NOT_ANSWERING = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED'];
const NO_SUCH_HOST = ['ENOTFOUND', 'EAI_AGAIN'];
const NOT_ADMITTED = ['28P01', '28000'];
const NO_SUCH_DATABASE = '3D000';
const STARTING_OR_FULL = ['57P03', '53300'];
/** The service found settings with which PostgreSQL forgets what it acknowledged. */
const FORGETS = 'database.forgets';

/** Puts what went wrong with the database into one sentence; other errors come back unchanged. */
export function databaseTrouble(error: unknown, url: string): unknown {
	const { host, pathname } = new URL(url);
	const code = (error as NodeJS.ErrnoException).code ?? '';

	if (error instanceof DatabaseNewerThanCode)
		return new Trouble('База данных новее программы: обновите программу или укажите другую базу данных.');
	if (NOT_ANSWERING.includes(code) || STARTING_OR_FULL.includes(code))
		return new Trouble(
			`База данных ${host} не отвечает: проверьте, что она запущена и что адрес в DATABASE_URL верен.`
		);
	if (NO_SUCH_HOST.includes(code))
		return new Trouble(`Узел базы данных ${host} не найден: проверьте адрес в DATABASE_URL.`);
	if (NOT_ADMITTED.includes(code))
		return new Trouble('База данных не приняла имя или пароль: проверьте их в DATABASE_URL.');
	if (code === NO_SUCH_DATABASE)
		return new Trouble(
			`На сервере ${host} нет базы данных «${pathname.slice(1)}»: создайте её или исправьте DATABASE_URL.`
		);
	return error;
}

/** Says what is wrong and sets the exit code; the stack is shown only for what we did not foresee. */
export function report(error: unknown): void {
	process.exitCode = 1;
	if (error instanceof Trouble) console.error(error.message);
	else if ((error as NodeJS.ErrnoException).code === FORGETS)
		console.error(
			`База данных может потерять то, что уже подтвердила: включите в ней fsync, full_page_writes и synchronous_commit. ${(error as Error).message}`
		);
	else console.error('Не удалось выполнить команду.', error);
}

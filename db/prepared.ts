import type { Database, Tx } from './client.ts';

/**
 * A statement with placeholders that is built once for each pool and planned once on each of its connections. For what
 * is asked again and again: building and planning take longer than most such statements themselves. `build` ends with
 * `.prepare(name)`, the name its own.
 */
export function prepared<S>(build: (db: Database | Tx) => S): (db: Database | Tx) => S {
	const built = new WeakMap<Database | Tx, S>();
	return (db) => {
		const statement = built.get(db) ?? build(db);
		built.set(db, statement);
		return statement;
	};
}

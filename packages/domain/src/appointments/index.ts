export {
	dayFault,
	holdsOn,
	lastDayWhenEnded,
	relievingFault,
	standingFrom,
	type Appointed,
	type DayFault
} from './days.ts';
export { appointingFault, type CoordinatorFault, coordinatorRelievingFaults } from './coordinators.ts';

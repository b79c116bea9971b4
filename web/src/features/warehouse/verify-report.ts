/** What the job `mirror.verify` leaves as its result. */
export type VerifyReport = {
  equal: boolean;
  tables: { table: string; rows: number; mirrorRows: number; equal: boolean }[];
  damages: DamagedCell[];
  more: boolean;
};

export type DamagedCell = {
  table: string;
  key: number;
  damage: 'missing' | 'extra' | 'different';
  column?: string | null;
  postgres?: string | null;
  mirror?: string | null;
};

export function isVerifyReport(result: unknown): result is VerifyReport {
  return typeof result === 'object' && result !== null && 'damages' in result && 'tables' in result;
}

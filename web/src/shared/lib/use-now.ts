import { useEffect, useState } from 'react';

/** The present moment, moving on every so often: for clocks and for "5 minutes ago". */
export function useNow(everySeconds = 30): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return now;
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { readSearch, type Search } from './search.js';

/** The address's search, and a way to change parts of it that the back button undoes. */
export function useFilters(): [Search, (change: Partial<Search>) => void] {
  const search = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const change = useCallback(
    (part: Partial<Search>) =>
      void navigate({ to: '.', search: (before: Search) => readSearch({ ...before, ...part }), resetScroll: false }),
    [navigate],
  );
  return [search, change];
}

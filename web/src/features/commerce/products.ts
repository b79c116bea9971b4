import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap, type Answer } from '@/shared/api/client';
import { useKeyset } from '@/shared/api/keyset';
import { type TableFormat } from '@/shared/ui/export-menu';

export type Product = Answer<'/api/v1/products', 'get'>['items'][number];
export type ProductTree = Answer<'/api/v1/products/tree', 'get'>;
export type ProductDetails = Answer<'/api/v1/products/{id}', 'get'>;

/** What of the products is looked at; an empty text is everything. */
export type ProductView = { q: string; category: string; brand: string };

function asked({ q, category, brand }: ProductView) {
  return { ...(q && { q }), ...(category && { category }), ...(brand && { brand }) };
}

export function useProducts(view: ProductView) {
  const query = asked(view);
  return useKeyset<Product>({
    queryKey: ['products', 'list', query],
    fetch: (after, signal) =>
      unwrap(
        api.GET('/api/v1/products', { params: { query: { ...query, ...(after && { after: Number(after) }) } }, signal }),
      ),
  });
}

export function useProductTree(): ProductTree | undefined {
  return useQuery({
    queryKey: ['products', 'tree'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products/tree', { signal })),
  }).data;
}

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } }, signal })),
  });

export function productsHref(view: ProductView, format: TableFormat): string {
  return `/api/v1/products/export.${format}?${new URLSearchParams(asked(view)).toString()}`;
}

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createQueryClient } from '@/shared/api/query-client';
import { styleNonce } from '@/shared/lib/style-nonce';
import { variables } from '@/shared/ui/theme';
import { useSpokenTheme } from '@/shared/ui/use-spoken-theme';
import { CrashBoundary } from './crash';
import { createAppRouter } from './router';

const queries = createQueryClient();
const router = createAppRouter();

export function App() {
  const theme = useSpokenTheme();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <CrashBoundary>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" zIndex={1000} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </CrashBoundary>
    </MantineProvider>
  );
}

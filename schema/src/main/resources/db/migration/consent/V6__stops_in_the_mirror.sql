-- Segments ask who can be reached, which a stopped address decides.
call warehouse.mirror('consent.suppression', 'id');

-- Segments ask about companies and their objects.
call warehouse.mirror('customers.company', 'number');
call warehouse.mirror('customers.company_person', 'id');

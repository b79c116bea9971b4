package regulars.customers;

import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_VALUE;
import static schema.customers.Tables.SUBJECT_LINK;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.kernel.MirroredTable;

@Configuration(proxyBeanMethods = false)
class CustomersMirror {
    @Bean
    MirroredTable mirroredCustomer() {
        return new MirroredTable(CUSTOMER, CUSTOMER.NUMBER).ownedBy(CUSTOMER.OWNER_ID);
    }

    @Bean
    MirroredTable mirroredSubjectLink() {
        return new MirroredTable(SUBJECT_LINK, SUBJECT_LINK.SUBJECT_NUMBER);
    }

    @Bean
    MirroredTable mirroredContactPoint() {
        return new MirroredTable(CONTACT_POINT, CONTACT_POINT.ID);
    }

    @Bean
    MirroredTable mirroredAttribute() {
        return new MirroredTable(ATTRIBUTE, ATTRIBUTE.ID);
    }

    @Bean
    MirroredTable mirroredAttributeCurrent() {
        return new MirroredTable(ATTRIBUTE_CURRENT, ATTRIBUTE_CURRENT.ID);
    }

    @Bean
    MirroredTable mirroredCustomObject() {
        return new MirroredTable(CUSTOM_OBJECT, CUSTOM_OBJECT.NUMBER)
                .through(CUSTOM_OBJECT.NUMBER, OBJECT_LINK.OBJECT_NUMBER);
    }

    @Bean
    MirroredTable mirroredObjectLink() {
        return new MirroredTable(OBJECT_LINK, OBJECT_LINK.ID)
                .through(OBJECT_LINK.COMPANY_NUMBER, COMPANY_PERSON.COMPANY_NUMBER);
    }

    @Bean
    MirroredTable mirroredCompany() {
        return new MirroredTable(COMPANY, COMPANY.NUMBER)
                .through(COMPANY.NUMBER, COMPANY_PERSON.COMPANY_NUMBER)
                .below(COMPANY.PARENT_NUMBER)
                .ownedBy(COMPANY.OWNER_ID);
    }

    @Bean
    MirroredTable mirroredCompanyPerson() {
        return new MirroredTable(COMPANY_PERSON, COMPANY_PERSON.ID);
    }

    @Bean
    MirroredTable mirroredObjectValue() {
        return new MirroredTable(OBJECT_VALUE, OBJECT_VALUE.ID)
                .through(OBJECT_VALUE.OBJECT_NUMBER, OBJECT_LINK.OBJECT_NUMBER);
    }
}

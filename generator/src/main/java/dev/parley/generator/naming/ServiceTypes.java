package dev.parley.generator.naming;

import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import dev.parley.generator.words.ResourceWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of services: interfaces, what stands behind them, calls and pages. */
final class ServiceTypes {

    private final Map<List<String>, JavaName> services = new HashMap<>();
    private final Map<List<String>, JavaName> asyncServices = new HashMap<>();
    private final Map<List<String>, JavaName> httpServices = new HashMap<>();
    private final Map<List<String>, JavaName> httpAsyncServices = new HashMap<>();
    private final Map<List<String>, JavaName> calls = new HashMap<>();
    private final Map<String, JavaName> pages = new HashMap<>();
    private final Map<String, JavaName> asyncPages = new HashMap<>();

    private final Scope serviceScope;
    private final Scope internalScope = Scope.ofTypes();
    private final Packages packages;
    private final ResourceWords resourceWords;

    private ServiceTypes(List<Service> all, Packages packages, NameLedger ledger) {
        this.packages = packages;
        this.resourceWords =
                new ResourceWords(all.stream().map(Service::resource).toList());
        serviceScope =
                ledger.open(NameLock.SERVICES, living(all), Scope.ofTypes()).reserving(List.of("AsyncPage", "Page"));
    }

    private static Set<String> living(List<Service> all) {
        Set<String> living = new HashSet<>();
        for (String prefix : List.of("", "Async")) {
            for (Service service : all) {
                living.add(key(prefix, service, "Service"));
                living.add(key(prefix, service, "Calls"));
                service.operations().forEach(operation -> living.add(key(prefix, operation)));
            }
        }
        return living;
    }

    private static String key(String prefix, Service service, String suffix) {
        return ServiceNames.key(service.resource()) + " " + prefix + suffix;
    }

    private static String key(String prefix, Operation operation) {
        return operation.pointer() + " " + prefix + "Page";
    }

    /** The types that most programs use choose first, so that those beside them never change their names. */
    static ServiceTypes of(List<Service> all, Packages packages, NameLedger ledger) {
        ServiceTypes types = new ServiceTypes(all, packages, ledger);
        all.forEach(service -> types.services.put(service.resource(), types.service("", service, "Service")));
        all.forEach(service -> types.httpServices.put(service.resource(), types.internal("Http", service)));
        types.namePages("", all, types.pages);
        all.forEach(service -> types.calls.put(service.resource(), types.service("", service, "Calls")));
        all.forEach(service -> types.asyncServices.put(service.resource(), types.service("Async", service, "Service")));
        all.forEach(service -> types.httpAsyncServices.put(service.resource(), types.internal("HttpAsync", service)));
        types.namePages("Async", all, types.asyncPages);
        return types;
    }

    JavaName service(List<String> resource) {
        return known(services.get(resource), resource);
    }

    JavaName asyncService(List<String> resource) {
        return known(asyncServices.get(resource), resource);
    }

    JavaName httpService(List<String> resource) {
        return known(httpServices.get(resource), resource);
    }

    JavaName httpAsyncService(List<String> resource) {
        return known(httpAsyncServices.get(resource), resource);
    }

    JavaName calls(List<String> resource) {
        return known(calls.get(resource), resource);
    }

    JavaName page(Operation operation) {
        return known(pages.get(operation.pointer()), operation.pointer());
    }

    JavaName asyncPage(Operation operation) {
        return known(asyncPages.get(operation.pointer()), operation.pointer());
    }

    private static JavaName known(@Nullable JavaName name, Object key) {
        if (name == null) {
            throw new IllegalStateException("no name was decided for " + key);
        }
        return name;
    }

    private JavaName service(String prefix, Service service, String suffix) {
        List<String> words = words(prefix, service.resource());
        words.add(suffix);
        return JavaName.topLevel(
                packages.service(), serviceScope.take(Identifiers.type(words), key(prefix, service, suffix)));
    }

    private JavaName internal(String prefix, Service service) {
        List<String> words = words(prefix, service.resource());
        words.add("Service");
        return JavaName.topLevel(packages.internal(), internalScope.take(Identifiers.type(words)));
    }

    private void namePages(String prefix, List<Service> all, Map<String, JavaName> names) {
        for (Service service : all) {
            for (Operation operation : service.operations()) {
                if (operation.paging() != null) {
                    List<String> words = words(prefix, service.resource());
                    if (!operation.verb().equals("list")) {
                        words.addAll(Words.of(operation.verb()));
                    }
                    words.add("Page");
                    Identifier name = serviceScope.take(Identifiers.type(words), key(prefix, operation));
                    names.put(operation.pointer(), JavaName.topLevel(packages.service(), name));
                }
            }
        }
    }

    private List<String> words(String prefix, List<String> resource) {
        List<String> words = new ArrayList<>(Words.of(prefix));
        resourceWords.of(resource).forEach(segment -> words.addAll(Words.of(segment)));
        return words;
    }
}

package dev.vigil.connectors.mail.declared;

import dev.vigil.core.watch.MailKind;
import java.util.ArrayList;
import java.util.List;

/** Reservations of schema.org: flights, rooms, tables, tickets, trains, buses, cars. */
final class Reservations {
    private static final int MAX_DEPTH = 4;

    private static final List<String> STARTS = List.of(
            "checkinTime", "checkinDate", "startTime", "startDate", "departureTime", "departureDate", "pickupTime");
    private static final List<String> ENDS =
            List.of("checkoutTime", "checkoutDate", "endTime", "endDate", "arrivalTime", "arrivalDate", "dropoffTime");

    private final Notes notes;

    Reservations(Notes notes) {
        this.notes = notes;
    }

    static boolean isOne(Thing thing) {
        return thing.type().endsWith("Reservation") || thing.is("ReservationPackage");
    }

    void reservation(Thing reservation) {
        reservation(reservation, 0);
    }

    private void reservation(Thing reservation, int depth) {
        String status = reservation.state("reservationStatus", "bookingStatus", "status");
        MailKind kind = switch (status) {
            case "reservationcancelled", "reservationcanceled", "cancelled", "canceled" -> MailKind.CANCELLED;
            case "reservationpending", "reservationhold", "pending", "hold" -> null;
            default -> MailKind.BOOKING;
        };
        if (kind != null) {
            notes.kind(kind, Orders.evidence(reservation.type(), "reservationStatus", status));
        }
        notes.order(reservation.text("reservationNumber", "reservationId", "confirmationNumber"));
        Orders.money(notes, reservation, "totalPrice", "price");
        List<Thing> described = new ArrayList<>(reservation.things("reservationFor"));
        described.forEach(thing -> notes.item(title(thing)));
        described.add(0, reservation);
        date("start", STARTS, described);
        date("end", ENDS, described);
        if (depth < MAX_DEPTH) {
            reservation.things("subReservation").forEach(part -> reservation(part, depth + 1));
        }
    }

    private void date(String what, List<String> properties, List<Thing> things) {
        for (Thing thing : things) {
            for (String property : properties) {
                if (!thing.text(property).isEmpty()) {
                    notes.date(what, thing.text(property), "");
                    return;
                }
            }
        }
    }

    /** A name, or what travellers call a journey: number and ends. */
    private static String title(Thing thing) {
        String name = thing.text("name");
        if (!name.isEmpty()) {
            return name;
        }
        String number = thing.text("flightNumber", "trainNumber", "busNumber", "trainName", "busName", "model");
        String from = end(thing, "departureAirport", "departureStation", "departureBusStop", "departureBoatTerminal");
        String to = end(thing, "arrivalAirport", "arrivalStation", "arrivalBusStop", "arrivalBoatTerminal");
        String airline = thing.things("airline").stream()
                .map(line -> line.text("iataCode"))
                .findFirst()
                .orElse("");
        String journey = from.isEmpty() || to.isEmpty() ? from + to : from + " – " + to;
        String code = number.startsWith(airline) ? number : airline + number;
        return (code + " " + journey).strip();
    }

    private static String end(Thing thing, String... properties) {
        for (String property : properties) {
            if (!thing.name(property).isEmpty()) {
                return thing.name(property);
            }
            for (Thing place : thing.things(property)) {
                if (!place.text("iataCode").isEmpty()) {
                    return place.text("iataCode");
                }
            }
        }
        return "";
    }
}

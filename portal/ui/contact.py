"""How to reach kundtjänst, as a box for any page."""

import reflex as rx

from portal.texts import common
from portal.ui.content import Text
from portal.ui.links import mail_link, phone_link
from portal.ui.lists import summary_list


def contact_box(title: Text, *, intro: Text | None = None, section_id: str = "kontakt") -> rx.Component:
    """Phone, hours, e-mail and address, with `intro` saying when to use them."""
    return rx.el.section(
        rx.el.h2(title, id=section_id),
        rx.el.p(intro) if intro is not None else rx.fragment(),
        summary_list(
            [
                (common.CONTACT_PHONE, phone_link(common.PHONE_SHOWN, common.PHONE_NUMBER)),
                (common.CONTACT_HOURS, common.CONTACT_HOURS_VALUE),
                (common.CONTACT_EMAIL, mail_link(common.EMAIL)),
                (common.CONTACT_VISIT, common.ADDRESS),
                (common.CONTACT_OPEN, common.OPENING_HOURS),
                (common.CONTACT_PICK_UP, common.CONTACT_PICK_UP_VALUE),
            ]
        ),
        class_name="box contact",
        aria_labelledby=section_id,
    )

"""The foot of every page: how to reach a human being, and about the site."""

import reflex as rx

from portal.texts import common
from portal.ui.anchor import anchor
from portal.ui.links import mail_link, phone_link


def footer() -> rx.Component:
    """Contact first: whoever did not find the answer above looks here."""
    return rx.el.footer(
        rx.el.div(_contact(), _about(), class_name="frame footer-columns"), class_name="site-footer"
    )


def _contact() -> rx.Component:
    return rx.el.div(
        rx.el.h2(common.FOOTER_CONTACT_TITLE),
        rx.el.p(phone_link(common.PHONE_SHOWN, common.PHONE_NUMBER), class_name="footer-phone"),
        rx.el.p(common.PHONE_HOURS),
        rx.el.p(mail_link(common.EMAIL)),
    )


def _about() -> rx.Component:
    links = [rx.el.li(anchor(text, href=href)) for text, href in common.FOOTER_LINKS]
    return rx.el.div(
        rx.el.nav(rx.el.ul(*links, class_name="footer-links"), aria_label=common.FOOTER_LABEL),
        rx.el.p(common.FOOTER_ABOUT),
        rx.el.p(common.FOOTER_NO_TRACKING),
    )

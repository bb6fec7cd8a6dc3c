package vn.dvk.spec.planted.namesakes;

final class OtherController {

    private OtherController() {}

    record Body() {}
}

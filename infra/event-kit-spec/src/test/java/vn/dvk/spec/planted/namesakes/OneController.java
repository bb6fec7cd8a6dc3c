package vn.dvk.spec.planted.namesakes;

final class OneController {

    private OneController() {}

    record Body() {}
}

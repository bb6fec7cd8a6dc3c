package vn.dvk.service.sample;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Requests wait in front of it until a test opens it. */
@Component
public class Gate {

    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    void await() throws InterruptedException {
        waiting.incrementAndGet();
        open.await();
    }

    public int waiting() {
        return waiting.get();
    }

    public void open() {
        open.countDown();
    }
}

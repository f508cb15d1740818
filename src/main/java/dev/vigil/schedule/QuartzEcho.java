package dev.vigil.schedule;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Echo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.DateBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wake-ups in Quartz's JDBC store, one job each, so that a restart finds them again and several machines share them; polls
 * in memory, since each process polls for itself. A moment in the past fires at once: the engine decides what still helps.
 */
public final class QuartzEcho implements Echo {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzEcho.class);
    private static final String WAKEUPS = "wakeups";
    private static final String POLLS = "polls";
    private static final String ID = "id";
    private static final String DUE = "dev.vigil.due";
    private static final String POLL = "dev.vigil.poll";

    /** Polled more often, a source would be looked at all the time. */
    private static final Duration SHORTEST_POLL = Duration.ofMillis(100);

    private static final int JOBS_A_TRANSACTION = 500;

    private final QuartzTables tables;
    private final Scheduler stored;
    private final Scheduler polling;

    /**
     * @param source of connections to the database that holds the rows
     * @param jdbcUrl tells PostgreSQL (shared with other processes) from H2
     */
    public QuartzEcho(DataSource source, String jdbcUrl) {
        boolean postgres = jdbcUrl.startsWith("jdbc:postgresql:");
        tables = new QuartzTables(source, postgres);
        tables.make();
        String name = "vigil-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(name, new Connections(source));
        try {
            stored = scheduler(storedSettings(name, postgres));
            polling = scheduler(inMemory());
        } catch (SchedulerException e) {
            throw new Trouble("The scheduler could not be started on the database; the log says why.", e);
        }
    }

    /**
     * Quartz knows the schedulers of a JVM by name and would hand out an older one of the same name; taken out of its
     * list, two of them live side by side as two processes do.
     */
    private static Scheduler scheduler(Properties settings) throws SchedulerException {
        synchronized (QuartzEcho.class) {
            Scheduler made = new StdSchedulerFactory(settings).getScheduler();
            SchedulerRepository.getInstance().remove(made.getSchedulerName());
            return made;
        }
    }

    private static Properties common(String threads) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", threads);
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return settings;
    }

    private static Properties storedSettings(String source, boolean postgres) {
        Properties settings = common("4");
        // the name is part of the rows: all processes of one installation share it
        settings.setProperty("org.quartz.scheduler.instanceName", "vigil");
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "4");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                postgres
                        ? "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"
                        : "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        settings.setProperty("org.quartz.jobStore.dataSource", source);
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", String.valueOf(postgres));
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return settings;
    }

    private static Properties inMemory() {
        Properties settings = common("2");
        settings.setProperty("org.quartz.scheduler.instanceName", "vigil-polls-" + UUID.randomUUID());
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }

    @Override
    public void start(Consumer<String> due, Consumer<String> poll) {
        attempt(() -> {
            stored.getContext().put(DUE, due);
            polling.getContext().put(POLL, poll);
            stored.start();
            polling.start();
        });
    }

    @Override
    public void set(String wakeupId, Instant due) {
        attempt(() -> stored.scheduleJob(job(wakeupId), Set.of(trigger(wakeupId, due)), true));
    }

    /** Gone once it has fired: the row is the truth, and a job that outlived it would only be mended away. */
    private static JobDetail job(String wakeupId) {
        return JobBuilder.newJob(Due.class)
                .withIdentity(new JobKey(key(wakeupId), WAKEUPS))
                .usingJobData(new JobDataMap(Map.of(ID, wakeupId)))
                .requestRecovery()
                .build();
    }

    /**
     * Ignoring misfires means here: however late, it fires once, and at once. Quartz's other ways leave what is over a
     * minute late to a sweep that comes once a minute.
     */
    private static Trigger trigger(String wakeupId, Instant due) {
        return TriggerBuilder.newTrigger()
                .withIdentity(new TriggerKey(key(wakeupId), WAKEUPS))
                .forJob(new JobKey(key(wakeupId), WAKEUPS))
                .startAt(Date.from(due))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
                .build();
    }

    @Override
    public void drop(String wakeupId) {
        attempt(() -> stored.deleteJob(new JobKey(key(wakeupId), WAKEUPS)));
    }

    @Override
    public void mend(Collection<Job> rows) {
        Map<String, Long> there = new HashMap<>(tables.firingTimes(WAKEUPS));
        Map<JobDetail, Set<? extends Trigger>> wrong = new LinkedHashMap<>();
        attempt(() -> {
            Set<JobKey> left = new HashSet<>(stored.getJobKeys(GroupMatcher.jobGroupEquals(WAKEUPS)));
            for (Job row : rows) {
                String key = key(row.wakeupId());
                left.remove(new JobKey(key, WAKEUPS));
                Long firing = there.get(key);
                if (firing == null || firing != row.due().toEpochMilli()) {
                    wrong.put(job(row.wakeupId()), Set.of(trigger(row.wakeupId(), row.due())));
                }
                if (wrong.size() == JOBS_A_TRANSACTION) {
                    stored.scheduleJobs(wrong, true);
                    wrong.clear();
                }
            }
            stored.scheduleJobs(wrong, true);
            stored.deleteJobs(List.copyOf(left));
        });
    }

    /** The first time after one interval, by Quartz's own clock. */
    @Override
    public void poll(String source, Duration every) {
        long interval = Math.max(SHORTEST_POLL.toMillis(), Math.min(every.toMillis(), Integer.MAX_VALUE));
        JobKey key = new JobKey(key(source), POLLS);
        JobDetail job = JobBuilder.newJob(Poll.class)
                .withIdentity(key)
                .usingJobData(ID, source)
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(new TriggerKey(key.getName(), POLLS))
                .startAt(DateBuilder.futureDate((int) interval, DateBuilder.IntervalUnit.MILLISECOND))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval)
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        attempt(() -> polling.scheduleJob(job, Set.of(trigger), true));
    }

    @Override
    public void stopPolling(String source) {
        attempt(() -> polling.deleteJob(new JobKey(key(source), POLLS)));
    }

    @Override
    public void close() {
        attempt(() -> polling.shutdown(true));
        attempt(() -> stored.shutdown(true));
    }

    /** Quartz's columns hold 200 characters; the id itself travels in the job's data. */
    private static String key(String id) {
        return id.length() <= 150
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private interface Work {
        void run() throws SchedulerException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (SchedulerException e) {
            throw new Trouble("The scheduler's tables cannot be written; see whether the database can be reached.", e);
        }
    }

    /** A wake-up's job: hands over its id. */
    public static final class Due implements org.quartz.Job {
        @Override
        public void execute(JobExecutionContext context) {
            call(context, DUE);
        }
    }

    /** A poll's job: hands over the source's name. */
    public static final class Poll implements org.quartz.Job {
        @Override
        public void execute(JobExecutionContext context) {
            call(context, POLL);
        }
    }

    @SuppressWarnings("unchecked")
    private static void call(JobExecutionContext context, String whom) {
        String id = context.getMergedJobDataMap().getString(ID);
        try {
            var consumer =
                    (Consumer<String>) context.getScheduler().getContext().get(whom);
            consumer.accept(id);
        } catch (SchedulerException | RuntimeException e) {
            // The row is still there, and the next mending makes the job anew.
            LOG.error("Wake-up or poll {} was not taken", id, e);
        }
    }
}
